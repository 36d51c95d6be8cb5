import type { CurrencyCode } from '../../kernel/money.ts';
import { difference } from '../comparison/difference.ts';
import type { ComparedQuote, Comparison, Difference, MinorRange, SettlingQuestion } from '../comparison/types.ts';
import type { Method } from '../evaluation/types.ts';
import { BELOW_MARKET_THRESHOLDS, type BelowMarket } from '../market/below-market.ts';
import type { EvaluationReport } from './types.ts';

type Quote = ComparedQuote['quote'];

/**
 * What an evaluation report says in its summary, in this order. Amounts are minor units of the comparison's currency.
 * A lowest total is only ever named among two or more that are complete and comparable (PRODUCT rule 1).
 */
export type Finding =
  | { readonly code: 'noItems' }
  | { readonly code: 'noQuotes' }
  | {
      readonly code: 'counts';
      readonly count: number;
      readonly ranked: number;
      readonly incomplete: number;
      readonly excluded: number;
    }
  | { readonly code: 'nothingRanked'; readonly count: number; readonly incomplete: number; readonly excluded: number }
  | { readonly code: 'onlyOne'; readonly quote: Quote; readonly totalMinor: number }
  | { readonly code: 'lowest'; readonly quotes: readonly Quote[]; readonly totalMinor: number; readonly count: number }
  | {
      readonly code: 'lowestRange';
      readonly quote: Quote;
      readonly range: MinorRange;
      readonly count: number;
    }
  | { readonly code: 'lowestOpen'; readonly range: MinorRange; readonly count: number }
  | { readonly code: 'openRanks'; readonly question: SettlingQuestion; readonly comparison: Comparison }
  | { readonly code: 'next'; readonly quote: Quote; readonly totalMinor: number; readonly higher: Difference }
  | { readonly code: 'toAverage'; readonly averageMinor: number; readonly difference: Difference }
  | { readonly code: 'toEstimate'; readonly estimateMinor: number; readonly difference: Difference }
  | { readonly code: 'estimatePartial'; readonly count: number; readonly of: number }
  | {
      readonly code: 'toBudget';
      readonly budgetMinor: number;
      readonly currency: CurrencyCode;
      readonly difference: Difference;
    }
  | { readonly code: 'noCriteria' }
  | { readonly code: 'weightsDoNotSum'; readonly sumBp: number }
  | { readonly code: 'priceOnly' }
  | { readonly code: 'noScores' }
  | {
      readonly code: 'first';
      readonly quotes: readonly Quote[];
      readonly scoreHundredths: number;
      readonly method: Method;
    }
  /** Open costs leave it open who is first. */
  | { readonly code: 'firstOpen'; readonly quotes: readonly Quote[] }
  | { readonly code: 'second'; readonly quote: Quote; readonly scoreHundredths: number }
  | { readonly code: 'firstCostsMore'; readonly higher: Difference }
  | { readonly code: 'knockedOut'; readonly quotes: readonly Quote[] }
  | { readonly code: 'belowMarket'; readonly lying: readonly LyingBelow[] };

export interface LyingBelow {
  readonly quote: Quote;
  readonly finding: Extract<BelowMarket, { state: 'computed' }>;
}

/** The answer of a report in a handful of statements. */
export function findingsOf(report: EvaluationReport): Finding[] {
  const { comparison } = report;
  if (comparison.rows.length === 0) return [{ code: 'noItems' }];
  if (comparison.quotes.length === 0) return [{ code: 'noQuotes' }];
  const ranked = rankedQuotes(report);
  const inState = (state: ComparedQuote['state']) => comparison.quotes.filter((one) => one.state === state).length;
  const states = { count: comparison.quotes.length, incomplete: inState('incomplete'), excluded: inState('excluded') };
  if (ranked.length === 0) {
    // That totals decide would be idle to say when there are none.
    const scores = scoreFindings(report).filter(({ code }) => code !== 'noCriteria' && code !== 'priceOnly');
    return [{ code: 'nothingRanked', ...states }, ...scores];
  }
  return [
    ...priceFindings(report, ranked),
    ...referenceFindings(report, ranked),
    ...scoreFindings(report),
    ...marketFindings(report),
    { code: 'counts', ranked: ranked.length, ...states },
  ];
}

export interface RankedQuote {
  readonly quote: Quote;
  readonly totalRange: MinorRange;
  /** Null where the total is a range. */
  readonly totalMinor: number | null;
  /** Null where the place is open. */
  readonly rank: number | null;
}

/** Quotes that take part in the ranking, from the lowest up. */
export function rankedQuotes({ comparison }: Pick<EvaluationReport, 'comparison'>): RankedQuote[] {
  return comparison.quotes.flatMap(({ quote, totalRange, totalMinor, rank, standing }) =>
    totalRange === null || standing === null ? [] : [{ quote, totalRange, totalMinor, rank }],
  );
}

function priceFindings({ comparison }: EvaluationReport, ranked: readonly RankedQuote[]): Finding[] {
  const [lowest] = ranked;
  const { question } = comparison;
  if (lowest === undefined) return [];
  const { totalMinor } = lowest;
  if (ranked.length === 1) {
    if (totalMinor !== null) return [{ code: 'onlyOne', quote: lowest.quote, totalMinor }];
    return [{ code: 'lowestOpen', range: lowest.totalRange, count: 1 }];
  }
  const open: Finding[] = question === null ? [] : [{ code: 'openRanks', question, comparison }];
  if (lowest.rank !== 1) {
    const range = comparison.lowestRange ?? lowest.totalRange;
    return [{ code: 'lowestOpen', range, count: ranked.length }, ...open];
  }
  if (totalMinor === null) {
    return [{ code: 'lowestRange', quote: lowest.quote, range: lowest.totalRange, count: ranked.length }, ...open];
  }
  const sharing = ranked.filter((one) => one.rank === 1);
  const next = ranked[sharing.length];
  const nextMinor = next?.rank === sharing.length + 1 ? next.totalMinor : null;
  const higher = difference(nextMinor, totalMinor);
  const { averageMinor } = comparison;
  const toAverage = difference(totalMinor, averageMinor);
  return [
    { code: 'lowest', quotes: sharing.map(({ quote }) => quote), totalMinor, count: ranked.length },
    ...(next === undefined || higher === null || nextMinor === null
      ? []
      : [{ code: 'next' as const, quote: next.quote, totalMinor: nextMinor, higher }]),
    ...open,
    ...(averageMinor === null || toAverage === null || toAverage.minor === 0
      ? []
      : [{ code: 'toAverage' as const, averageMinor, difference: toAverage }]),
  ];
}

/** The lowest total held against our own figures. */
function referenceFindings({ comparison, project }: EvaluationReport, ranked: readonly RankedQuote[]): Finding[] {
  const lowestMinor = ranked.length === 0 ? null : comparison.lowestMinor;
  const { estimateMinor, estimatedCount, rows, options } = comparison;
  const findings: Finding[] = [];
  if (estimateMinor !== null && estimatedCount < rows.length) {
    findings.push({ code: 'estimatePartial', count: estimatedCount, of: rows.length });
  } else if (estimateMinor !== null) {
    const toEstimate = difference(lowestMinor, estimateMinor);
    if (toEstimate !== null) findings.push({ code: 'toEstimate', estimateMinor, difference: toEstimate });
  }
  const { budgetMinor, currency } = project;
  // A budget in another currency is not converted: which day's rate it was meant at is not known.
  if (budgetMinor !== null && currency === options.currency && options.quantityPercent === 100) {
    const toBudget = difference(lowestMinor, budgetMinor);
    if (toBudget !== null) findings.push({ code: 'toBudget', budgetMinor, currency, difference: toBudget });
  }
  return findings;
}

function scoreFindings(report: EvaluationReport): Finding[] {
  const { evaluation, criteria, comparison } = report;
  if (evaluation.state === 'notComputable') {
    return evaluation.problems.flatMap((problem): Finding[] => {
      if (problem.code === 'noCriteria') return [{ code: 'noCriteria' }];
      return problem.code === 'weightsDoNotSum' ? [{ code: 'weightsDoNotSum', sumBp: problem.sumBp }] : [];
    });
  }
  const findings: Finding[] = [];
  const out = new Set(evaluation.suppliers.flatMap((one) => (one.state === 'knockedOut' ? one.supplierId : [])));
  const knockedOut = comparison.quotes.map(({ quote }) => quote).filter(({ supplierId }) => out.has(supplierId));
  if (knockedOut.length > 0) findings.push({ code: 'knockedOut', quotes: knockedOut });
  const placed = evaluation.suppliers.flatMap((one) => {
    const compared = comparison.quotes.find(({ quote }) => quote.supplierId === one.supplierId);
    return one.state === 'ranked' && compared !== undefined ? [{ ...one, compared }] : [];
  });
  const [first] = placed;
  if (criteria.every(({ kind }) => kind === 'price')) return [...findings, { code: 'priceOnly' }];
  if (first === undefined) return [...findings, { code: 'noScores' }];
  const sharing = placed.filter(({ rank }) => rank === first.rank);
  if (sharing.some(({ open }) => open !== undefined && open.worstRank > 1)) {
    return [...findings, { code: 'firstOpen', quotes: sharing.map(({ compared }) => compared.quote) }];
  }
  const second = placed.find(({ rank }) => rank > first.rank);
  findings.push({
    code: 'first',
    quotes: sharing.map(({ compared }) => compared.quote),
    scoreHundredths: first.totalHundredths,
    method: report.assessment?.settings.method ?? 'weightedSum',
  });
  if (second !== undefined) {
    findings.push({ code: 'second', quote: second.compared.quote, scoreHundredths: second.totalHundredths });
  }
  const { toLowest } = first.compared;
  if (sharing.length === 1 && toLowest !== null && toLowest.minor > 0) {
    findings.push({ code: 'firstCostsMore', higher: toLowest });
  }
  return findings;
}

/**
 * Quotes unusually far below the others, the farthest first. One that is only below by more than a standard deviation, which in
 * a narrow field may be very little, is left to the market table.
 */
function marketFindings({ comparison, belowMarket }: EvaluationReport): Finding[] {
  const lying = belowMarket
    .flatMap((finding): LyingBelow[] => {
      const quote = comparison.quotes.find((one) => one.quote.id === finding.id)?.quote;
      if (quote === undefined || finding.state !== 'computed') return [];
      if (finding.belowBp < BELOW_MARKET_THRESHOLDS.amberBp) return [];
      return [{ quote, finding }];
    })
    .sort((a, b) => b.finding.belowBp - a.finding.belowBp);
  return lying.length === 0 ? [] : [{ code: 'belowMarket', lying }];
}
