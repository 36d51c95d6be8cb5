import type { ComparedQuote, Comparison, Difference } from '../../../../shared/domain/comparison/types.ts';
import type { CostPart } from '../../../../shared/domain/quotes/terms.ts';
import { EXPIRING_WITHIN_DAYS } from '../../../../shared/domain/validity/validity.ts';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import {
  formatDifference,
  formatMoney,
  formatMoneyWithCode,
  formatPercent,
  formatPercentDifference,
  formatRate,
} from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
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
        ? unknown(t)
        : figure(`${formatDifference(compared.taxMinor, compared.quote.currency)}\u00a0${compared.quote.currency}`);
    case 'rate':
      return rateText(compared, comparison, t);
    case 'term':
      return termText(row.term, compared, t);
    default:
      return assertNever(row);
  }
}

function resultText(
  result: Extract<BelowItems, { kind: 'result' }>['result'],
  compared: ComparedQuote,
  comparison: Comparison,
  t: Translate,
): RowText {
  const { currency } = comparison.options;
  const rankedCount = comparison.quotes.filter(({ rank }) => rank !== null).length;
  switch (result) {
    case 'total': {
      if (compared.totalMinor === null) return NOTHING;
      const isRanked = compared.rank !== null;
      return {
        ...figure(formatMoney(compared.totalMinor, currency)),
        quiet: !isRanked,
        strong: isRanked,
        lowest: compared.rank === 1 && rankedCount > 1,
      };
    }
    case 'toLowest':
      return rankedCount > 1 ? differenceText(compared.toLowest, currency) : NOTHING;
    case 'toAverage':
      return rankedCount > 1 ? differenceText(compared.toAverage, currency) : NOTHING;
    case 'toEstimate':
      return differenceText(compared.toEstimate, currency);
    case 'rank': {
      if (compared.rank === null) return NOTHING;
      const shares = comparison.quotes.filter(({ rank }) => rank === compared.rank).length > 1;
      return { ...figure(String(compared.rank)), strong: true, second: shares ? t('comparisons:sharedRank') : '' };
    }
    default:
      return assertNever(result);
  }
}

function differenceText(difference: Difference | null, currency: string): RowText {
  if (difference === null) return NOTHING;
  const { minor, bp } = difference;
  const amount = formatDifference(minor, currency);
  return bp === null ? figure(amount) : { ...figure(formatPercentDifference(bp)), second: amount };
}

function costText(part: CostPart, { quote }: ComparedQuote, t: Translate): RowText {
  const cost = quote.costs.find((one) => one.part === part);
  if (cost?.basis === 'included') return { ...figure(t('comparisons:included')), quiet: true };
  if (cost?.basis === 'extra' && cost.amountMinor !== null) {
    return figure(`+${formatMoneyWithCode(cost.amountMinor, quote.currency)}`);
  }
  return unknown(t);
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
