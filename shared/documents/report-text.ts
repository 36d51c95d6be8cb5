import type {
  Assumption,
  ComparedCell,
  ComparedQuote,
  ComparedRow,
  ExclusionReason,
  IncompleteReason,
} from '../domain/comparison/types.ts';
import type { EvaluatedSupplier } from '../domain/evaluation/types.ts';
import type { TaxBasis } from '../domain/quotes/terms.ts';
import type { LeftOut } from '../domain/reports/left-out.ts';
import type { EvaluationReport, ReportCriterion } from '../domain/reports/types.ts';
import { assertNever } from '../kernel/assert-never.ts';
import { formatMoneyWithCode, formatPercent, formatQuantity, formatRate, formatScore } from '../kernel/format.ts';
import type { Id } from '../kernel/ids.ts';
import type { CurrencyCode } from '../kernel/money.ts';
import { fill, fillCounted } from '../texts/fill.ts';
import { listed, nameIn, type Tongue, WORDS } from './say.ts';

/** Why a quote takes no part. */
export function exclusionText(reason: ExclusionReason, tongue: Tongue): string {
  const { comparison, quote } = WORDS[tongue];
  const words = comparison.reason;
  switch (reason.code) {
    case 'expired':
      return fill(words.expired, { date: reason.date });
    case 'noExchangeRate':
      return fill(words.noExchangeRate, { from: reason.from, to: reason.to });
    case 'costUnknown':
      return fill(words.costUnknown, { part: quote.costPart[reason.part] });
    case 'differentTradeTerm':
      return fill(words.differentTradeTerm, { term: quote.tradeTerm[reason.term] });
    case 'costingUnset':
      return fill(words.costingUnset, { field: WORDS[tongue].costingField[reason.field] });
    case 'cartonUnknown':
    case 'dutyRateUnknown':
      return fillCounted(words, reason.code, reason.count);
    case 'beyondPoint':
    case 'paymentTermsUnclear':
    case 'leadTimeUnknown':
    case 'taxBasisUnknown':
    case 'vatRateUnknown':
    case 'differentBasis':
    case 'tradeTermUnknown':
    case 'outOfRange':
      return words[reason.code];
    default:
      return assertNever(reason);
  }
}

/** Why a comparable quote has no total to rank; `currency` is the quote's. */
export function incompleteText(reason: IncompleteReason, currency: CurrencyCode, tongue: Tongue): string {
  const words = WORDS[tongue].comparison.incomplete;
  if (reason.code === 'belowMinimumValue') {
    return fill(words.belowMinimumValue, { minimum: formatMoneyWithCode(reason.minimumMinor, currency) });
  }
  return fillCounted(words, reason.code, reason.count);
}

/** What the comparison takes for granted. */
export function assumptionText(assumption: Assumption, tongue: Tongue): string {
  const { comparison, quote } = WORDS[tongue];
  const words = comparison.assumption;
  switch (assumption.code) {
    case 'costUnstated':
      return fill(words.costUnstated, { part: quote.costPart[assumption.part] });
    case 'costBounded':
      return fill(words.costBounded, { part: quote.costPart[assumption.part] });
    case 'channelApart':
      return fillCounted(words, 'channelApart', assumption.count, {
        channel: WORDS[tongue].comparison.market.channel[assumption.channel],
      });
    case 'tradeTermsDiffer':
      return fill(words.tradeTermsDiffer, {
        terms: listed(
          tongue,
          assumption.terms.map((term) => quote.tradeTerm[term]),
        ),
      });
    case 'staleRate':
      return fill(words.staleRate, { from: assumption.from, to: assumption.to, date: assumption.date });
    case 'carriedTo':
      return fill(words.carriedTo, { point: comparison.point[assumption.point] });
    case 'paymentTiming':
      return fill(words.paymentTiming, { rate: formatPercent(assumption.rateBp) });
    case 'quantity':
      return fill(words.quantity, { percent: assumption.percent });
    case 'estimateNoRate':
      return fill(words.estimateNoRate, { from: assumption.from, to: assumption.to });
    case 'taxBasisUnstated':
    case 'tradeTermUnstated':
    case 'net':
    case 'gross':
    case 'quotedAsStated':
    case 'mixedBases':
      return words[assumption.code];
    default:
      return assertNever(assumption);
  }
}

/** Everything a report takes for granted: the comparison's assumptions and the rules of its arithmetic. */
export function assumptionTexts({ comparison }: EvaluationReport, tongue: Tongue): string[] {
  const words = WORDS[tongue].report.assumption;
  const { rows, options } = comparison;
  const unstated = comparison.assumptions.flatMap((one) =>
    one.code === 'costUnstated' ? [WORDS[tongue].quote.costPart[one.part]] : [],
  );
  const ordersMore = rows.some(({ cells }) =>
    cells.some(({ moqApplied, multipleApplied }) => moqApplied || multipleApplied),
  );
  return [
    ...comparison.assumptions
      .filter(({ code }) => code !== 'costUnstated')
      .map((assumption) => assumptionText(assumption, tongue)),
    ...(unstated.length === 0 ? [] : [fill(words.costsUnstated, { parts: listed(tongue, unstated) })]),
    ...(ordersMore ? [words.orderQuantity] : []),
    words.rounding,
    fill(words.frozen, { date: options.asOf }),
  ];
}

/** "VAT included, 13 %". */
export function taxText(taxBasis: TaxBasis, vatRateBp: number | null, tongue: Tongue): string {
  const text = WORDS[tongue].quote.taxBasis[taxBasis];
  if (vatRateBp === null || taxBasis === 'none' || taxBasis === 'unknown') return text;
  return `${text}${tongue === 'zh' ? '，' : ', '}${formatPercent(vatRateBp)}`;
}

/** What a cell of the matrix adds to its figures: the quantity to be ordered, the price break, or why there is no price. */
export function cellNote(cell: ComparedCell, need: ComparedRow['need'], tongue: Tongue): string {
  const words = WORDS[tongue].report.value;
  switch (cell.state) {
    case 'priced': {
      const { orderQuantity, tierMinQuantity } = cell;
      const notes = [
        ...(orderQuantity !== null && need !== null && orderQuantity !== need
          ? [fill(words.orders, { quantity: formatQuantity(orderQuantity) })]
          : []),
        ...(tierMinQuantity === null ? [] : [fill(words.tier, { quantity: formatQuantity(tierMinQuantity) })]),
      ];
      return notes.join(tongue === 'zh' ? '；' : '; ');
    }
    case 'noPrice':
      return words.notQuoted;
    case 'noQuantity':
      return words.noQuantity;
    case 'outOfRange':
      return WORDS[tongue].comparison.cell.outOfRange;
    case 'cannotBeOrdered':
      return cell.firstQuantity === null
        ? words.cannotBeOrderedAtAll
        : fill(words.cannotBeOrdered, { quantity: formatQuantity(cell.firstQuantity) });
    default:
      return assertNever(cell.state);
  }
}

/** "1 USD = 7.1024 CNY (as given)". */
export function appliedRateText({ quote, rate }: ComparedQuote, to: CurrencyCode, tongue: Tongue): string | null {
  if (rate === null || rate.path === 'same') return null;
  const words = WORDS[tongue].report.rates;
  const text = fill(words.applied, { from: quote.currency, rate: formatRate(rate.rate), to });
  return `${text} (${words.path[rate.path]}${rate.stale ? `; ${words.stale}` : ''})`;
}

/** Why a supplier has no place by score; null when it has one. */
export function unrankedText(
  supplier: EvaluatedSupplier,
  criteria: readonly ReportCriterion[],
  tongue: Tongue,
): string | null {
  const words = WORDS[tongue].report.excluded;
  const nameOf = (id: Id) => {
    const criterion = criteria.find((one) => one.id === id);
    return criterion === undefined ? '' : nameIn(tongue, criterion);
  };
  switch (supplier.state) {
    case 'ranked':
      return null;
    case 'incomplete':
      return fill(words.missingScores, { names: listed(tongue, supplier.missingCriterionIds.map(nameOf)) });
    case 'knockedOut':
      return supplier.reasons
        .map(({ criterionId, scoreHundredths, minimumHundredths }) =>
          fill(words.knockOut, {
            criterion: nameOf(criterionId),
            score: formatScore(scoreHundredths),
            minimum: formatScore(minimumHundredths),
          }),
        )
        .join(tongue === 'zh' ? '；' : '; ');
    default:
      return assertNever(supplier);
  }
}

type RankedSupplier = Extract<EvaluatedSupplier, { state: 'ranked' }>;

/** The place by score; while costs are open, the places it may be: "1–3". */
export function placeText({ rank, open }: RankedSupplier): string {
  return open === undefined || open.worstRank === rank ? String(rank) : `${rank}–${open.worstRank}`;
}

/** The score; while costs are open, what it may come to: "81.2–84.9". */
export function scoreText({ totalHundredths, open }: RankedSupplier): string {
  return open === undefined || open.lowHundredths === open.highHundredths
    ? formatScore(totalHundredths)
    : `${formatScore(open.lowHundredths)}–${formatScore(open.highHundredths)}`;
}

/** The lines a quote leaves open, shortened after `most`. */
export function openLinesText(
  rows: readonly ComparedRow[],
  quoteIndex: number,
  tongue: Tongue,
  most: number,
): string | null {
  const open = rows.filter(({ cells }) => cells[quoteIndex]?.totalMinor === null);
  if (open.length === 0 || open.length === rows.length) return null;
  const labels = open.map(({ item }) => item.lineNo || nameIn(tongue, item));
  const words = WORDS[tongue].report.value;
  const lines = labels.slice(0, most).join(tongue === 'zh' ? '、' : ', ');
  const shown = labels.length <= most ? lines : fill(words.andMore, { lines, count: labels.length - most });
  return fill(words.items, { lines: shown });
}

/** Line numbers of what a quote leaves open that are named one by one. */
const OPEN_LINES_NAMED = 20;

/** Everything that keeps a quote from a place, one statement each. */
export function leftOutTexts(
  { compared, index, evaluated }: LeftOut,
  report: EvaluationReport,
  tongue: Tongue,
): string[] {
  const { exclusions, incomplete, quote } = compared;
  const open = incomplete.length === 0 ? null : openLinesText(report.comparison.rows, index, tongue, OPEN_LINES_NAMED);
  const unranked = evaluated === null ? null : unrankedText(evaluated, report.criteria, tongue);
  return [
    ...exclusions.map((reason) => exclusionText(reason, tongue)),
    ...incomplete.map((reason) => incompleteText(reason, quote.currency, tongue)),
    ...(open === null ? [] : [open]),
    ...(unranked === null ? [] : [unranked]),
  ];
}
