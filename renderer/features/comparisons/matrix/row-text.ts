import type {
  ComparedQuote,
  Comparison,
  ComponentKind,
  DifferenceRange,
  LedgerEntry,
} from '../../../../shared/domain/comparison/types.ts';
import type { CostPart, TradeTerm } from '../../../../shared/domain/quotes/terms.ts';
import { EXPIRING_WITHIN_DAYS } from '../../../../shared/domain/validity/validity.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import {
  formatDifference,
  formatMoneyRangeShort,
  formatMoneyWithCode,
  formatPercent,
  formatPercentDifference,
  formatRate,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import { componentSource } from '../ledger/ledger-model.ts';
import { shortTerm } from '../reasons.ts';
import type { MatrixRow } from './matrix-model.ts';

type BelowItems = Exclude<MatrixRow, { kind: 'section' | 'item' }>;

/** What a row below the items says about one quote. */
export interface RowText {
  readonly main: string;
  readonly second: string;
  readonly quiet: boolean;
  readonly strong: boolean;
  readonly lowest: boolean;
  readonly tone: 'warning' | 'bad' | null;
  /** Words begin at the left, figures end at the right. */
  readonly isFigure: boolean;
}

export function rowText(row: BelowItems, compared: ComparedQuote, comparison: Comparison, t: Translate): RowText {
  switch (row.kind) {
    case 'result':
      return resultText(row.result, compared, comparison, t);
    case 'goods':
      return compared.pricedCount === 0 ? NOTHING : ownMoney(compared.goodsMinor, compared);
    case 'cost':
      return costText(row.part, compared, t);
    case 'tax':
      return compared.taxMinor === null
        ? isOpen(compared)
          ? { ...figure('…'), quiet: true }
          : unknown(t)
        : figure(`${formatDifference(compared.taxMinor, compared.quote.currency)}\u00a0${compared.quote.currency}`);
    case 'component':
      return componentText(row.component, compared, comparison, t);
    case 'rate':
      return rateText(compared, comparison, t);
    case 'term':
      return termText(row.term, compared, t);
    default:
      return assertNever(row);
  }
}

/** A range, whose tax is a range too: its explanation has both ends. */
function isOpen({ totalRange }: ComparedQuote): boolean {
  return totalRange !== null && totalRange.lowMinor !== totalRange.highMinor;
}

function resultText(
  result: Extract<BelowItems, { kind: 'result' }>['result'],
  compared: ComparedQuote,
  comparison: Comparison,
  t: Translate,
): RowText {
  const { currency } = comparison.options;
  const ranked = comparison.quotes.filter(({ state }) => state === 'ranked');
  const hasOthers = ranked.length > 1;
  switch (result) {
    case 'total': {
      if (compared.totalRange === null) return NOTHING;
      const isRanked = compared.standing !== null;
      return {
        ...figure(formatMoneyRangeShort(compared.totalRange, currency)),
        quiet: !isRanked,
        strong: isRanked,
        lowest: compared.rank === 1 && hasOthers,
      };
    }
    case 'toLowest':
      return hasOthers ? differenceText(compared.toLowestRange, currency) : NOTHING;
    case 'toAverage':
      return hasOthers ? differenceText(compared.toAverageRange, currency) : NOTHING;
    case 'toEstimate':
      return differenceText(compared.toEstimateRange, currency);
    case 'rank': {
      const { standing, rank } = compared;
      if (standing === null) return NOTHING;
      if (rank === null) {
        const from = t('comparisons:rank.range', { best: standing.bestRank, worst: standing.worstRank });
        return { ...figure(from), second: t('comparisons:rank.open') };
      }
      const shares = ranked.filter((one) => one.rank === rank).length > 1;
      return { ...figure(String(rank)), strong: true, second: shares ? t('comparisons:sharedRank') : '' };
    }
    default:
      return assertNever(result);
  }
}

function differenceText(difference: DifferenceRange | null, currency: string): RowText {
  if (difference === null) return NOTHING;
  const { lowMinor, highMinor, lowBp, highBp } = difference;
  const amount = between(formatDifference(lowMinor, currency), formatDifference(highMinor, currency));
  if (lowBp === null || highBp === null) return figure(amount);
  return { ...figure(between(formatPercentDifference(lowBp), formatPercentDifference(highBp))), second: amount };
}

function between(low: string, high: string): string {
  return low === high ? low : `${low}\u00a0… ${high}`;
}

/** What the ledger holds on a cost part, and who says so. */
function costText(part: CostPart, { quote, ledger }: ComparedQuote, t: Translate): RowText {
  const entry = ledger.find((one) => one.part === part);
  if (entry === undefined || entry.lowMinor === null || entry.highMinor === null) return unknown(t);
  const range = { lowMinor: entry.lowMinor, highMinor: entry.highMinor };
  const second = sourceText(entry, quote.incoterm, t);
  switch (entry.state) {
    case 'included':
      return { ...figure(t('comparisons:included')), second, quiet: true };
    case 'none':
      return NOTHING;
    case 'open':
      return unknown(t);
    case 'extra':
    case 'range':
      return { ...figure(`+${formatMoneyRangeShort(range, quote.currency)}\u00a0${quote.currency}`), second };
    default:
      return assertNever(entry.state);
  }
}

/** A part of a landed total in the comparison's currency, and who says so. */
function componentText(
  component: ComponentKind,
  compared: ComparedQuote,
  { options }: Comparison,
  t: Translate,
): RowText {
  const own = compared.components.find((one) => one.component === component);
  if (own === undefined) return compared.totalRange === null ? unknown(t) : NOTHING;
  const second = componentSource(own, compared, t);
  if (own.included === true) return { ...figure(t('comparisons:included')), second, quiet: true };
  return { ...figure(formatMoneyRangeShort(own, options.currency)), second };
}

function sourceText({ source, state }: LedgerEntry, incoterm: TradeTerm | null, t: Translate): string {
  if (source === 'assumed') return t('comparisons:ledger.assumed');
  if (source === 'byTerm')
    return incoterm === null ? '' : t('comparisons:ledger.byTerm', { term: shortTerm(incoterm, t) });
  return state === 'range' ? t('comparisons:ledger.bounded') : '';
}

function rateText({ quote, rate }: ComparedQuote, { options }: Comparison, t: Translate): RowText {
  if (quote.currency === options.currency) return NOTHING;
  if (rate === null) return { ...figure(t('comparisons:noRate')), tone: 'warning' };
  const dates = rate.rows.map(({ effectiveDate }) => effectiveDate).sort();
  return {
    ...figure(`${formatRate(shortRate(rate.rate))}\u00a0${options.currency}/${quote.currency}`),
    second: dates[0] ?? '',
    tone: rate.stale ? 'warning' : null,
  };
}

/** Inverse and cross rates have endless decimals; the explanation of the total shows more of them. */
function shortRate(rate: string): string {
  const [whole = '', fraction = ''] = rate.split('.');
  const places = whole === '0' ? 6 : 4;
  return fraction.length <= places ? rate : `${whole}.${fraction.slice(0, places)}…`;
}

function termText(term: Extract<BelowItems, { kind: 'term' }>['term'], compared: ComparedQuote, t: Translate): RowText {
  const { quote } = compared;
  switch (term) {
    case 'taxBasis': {
      const rate = quote.vatRateBp === null || quote.taxBasis === 'none' ? '' : formatPercent(quote.vatRateBp);
      return {
        ...text(`${t(`quote:taxBasis.${quote.taxBasis}`)} ${rate}`.trim()),
        quiet: quote.taxBasis === 'unknown',
      };
    }
    case 'validity':
      return validityText(compared, t);
    case 'leadTime': {
      if (quote.leadTimeDays === null) return notStated(t);
      const from = quote.leadTimeFrom === null ? '' : t(`quote:leadTimeStart.${quote.leadTimeFrom}`);
      return { ...text(t('days', { count: quote.leadTimeDays })), second: from };
    }
    case 'tradeTerm':
      return quote.incoterm === null
        ? notStated(t)
        : text(`${shortTerm(quote.incoterm, t)} ${quote.namedPlace}`.trim());
    case 'paymentTerms':
      return quote.paymentTerms === '' ? notStated(t) : text(quote.paymentTerms);
    case 'minimumValue':
      return quote.minimumValueMinor === null
        ? notStated(t)
        : { ...ownMoney(quote.minimumValueMinor, compared), isFigure: false };
    case 'received': {
      const round = t('quote:round', { round: quote.round });
      return { ...text(quote.receivedOn ?? round), second: quote.receivedOn === null ? '' : round };
    }
    default:
      return assertNever(term);
  }
}

function validityText({ quote, expiresInDays }: ComparedQuote, t: Translate): RowText {
  if (quote.validUntil === null || expiresInDays === null) return notStated(t);
  if (expiresInDays < 0) return { ...text(quote.validUntil), second: t('comparisons:expired'), tone: 'bad' };
  const left = t('comparisons:daysLeft', { count: expiresInDays });
  return { ...text(quote.validUntil), second: left, tone: expiresInDays <= EXPIRING_WITHIN_DAYS ? 'warning' : null };
}

function ownMoney(minor: number, { quote }: ComparedQuote): RowText {
  return figure(formatMoneyWithCode(minor, quote.currency));
}

function figure(main: string): RowText {
  return { main, second: '', quiet: false, strong: false, lowest: false, tone: null, isFigure: true };
}

function text(main: string): RowText {
  return { ...figure(main), isFigure: false };
}

function notStated(t: Translate): RowText {
  return { ...text(t('comparisons:notStated')), quiet: true };
}

function unknown(t: Translate): RowText {
  return { ...figure(t('unknown')), quiet: true };
}

const NOTHING: RowText = { ...figure('—'), quiet: true };
