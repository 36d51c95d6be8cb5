import type { Id } from '../../kernel/ids.ts';
import {
  cappedPriceScore,
  highTotal,
  lowTotal,
  type MethodTotal,
  methodTotals,
  middleTotal,
  type TotalOf,
} from './method-totals.ts';
import { rankAmong } from './ranks.ts';
import {
  type Candidate,
  type Contribution,
  type CriteriaProblem,
  type Criterion,
  DEFAULT_SETTINGS,
  type EvaluatedSupplier,
  type Evaluation,
  type EvaluationSettings,
  FULL_SCORE_HUNDREDTHS,
  FULL_WEIGHT_BP,
  type KnockOut,
} from './types.ts';

export { priceScore } from './price-score.ts';
export { FULL_SCORE_HUNDREDTHS, FULL_WEIGHT_BP } from './types.ts';

/** What keeps criteria from being used: each weight 0 to 100 %, together exactly 100 %. */
export function validateCriteria(criteria: readonly Pick<Criterion, 'id' | 'weightBp'>[]): CriteriaProblem[] {
  if (criteria.length === 0) return [{ code: 'noCriteria' }];
  const problems: CriteriaProblem[] = criteria
    .filter(({ weightBp }) => !Number.isInteger(weightBp) || weightBp < 0 || weightBp > FULL_WEIGHT_BP)
    .map(({ id, weightBp }) => ({ code: 'weightOutOfRange', criterionId: id, weightBp }));
  const sumBp = criteria.reduce((sum, { weightBp }) => sum + weightBp, 0);
  return sumBp === FULL_WEIGHT_BP ? problems : [...problems, { code: 'weightsDoNotSum', sumBp }];
}

/**
 * Judges suppliers by the method chosen (DOMAIN 6): the weighted sum with every contribution, or TOPSIS. A score below a criterion's
 * minimum knocks out; a missing score leaves a supplier incomplete and without a rank; ranks go by the shown total, ties share one
 * (1, 1, 3). The price is held against the lowest total of those not knocked out by a manual score, so that an excluded price moves no
 * one. While totals are ranges, so are scores, and a supplier has a best and a worst place; by price only those are knocked out whose
 * best score is too low. Weights that do not sum to 100 % make it not computable.
 * Errors: RangeError for a score outside 0 to 100.
 */
export function evaluate(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
  settings: EvaluationSettings = DEFAULT_SETTINGS,
): Evaluation {
  const problems = validateCriteria(criteria);
  if (problems.length > 0) return { state: 'notComputable', problems };
  const field: Field = { criteria, settings, running: inTheRunning(criteria, candidates) };
  const lowestTotalMinor = lowestOf(field.running, middleTotal);
  const judged = candidates.map((candidate) => judge(field, candidate, lowestTotalMinor));
  const incomplete = judged.flatMap(({ apart }) => (apart?.state === 'incomplete' ? [apart] : []));
  const knockedOut = judged.flatMap(({ apart }) => (apart?.state === 'knockedOut' ? [apart] : []));
  const ranked = rankRunners(
    field,
    judged.filter(({ apart }) => apart === null),
  );
  return { state: 'evaluated', suppliers: [...ranked, ...incomplete, ...knockedOut], lowestTotalMinor };
}

/** Who has a place at all: the candidates that a method is to judge, in the order given. */
export function runnersOf(criteria: readonly Criterion[], candidates: readonly Candidate[]): Candidate[] {
  const field: Field = { criteria, settings: DEFAULT_SETTINGS, running: inTheRunning(criteria, candidates) };
  const lowest = lowestOf(field.running, middleTotal);
  return candidates.filter((candidate) => judge(field, candidate, lowest).apart === null);
}

interface Field {
  readonly criteria: readonly Criterion[];
  readonly settings: EvaluationSettings;
  /** Not knocked out by a score given by hand. */
  readonly running: readonly Candidate[];
}

interface ScoredCriterion {
  readonly criterion: Criterion;
  readonly score: number | null;
}

interface Judged {
  readonly candidate: Candidate;
  readonly scored: readonly ScoredCriterion[];
  /** What it is when it has no place; null when it has one. */
  readonly apart: Exclude<EvaluatedSupplier, { state: 'ranked' }> | null;
}

type Ranked = Extract<EvaluatedSupplier, { state: 'ranked' }>;

function rankRunners(field: Field, runners: readonly Judged[]): Ranked[] {
  const totals = totalsAt(field, runners, middleTotal);
  const shown = totals.map(({ totalHundredths }) => totalHundredths);
  const ranges = runners.some(({ candidate }) => highTotal(candidate) !== lowTotal(candidate))
    ? runners.map((_, index) => rangeOf(field, runners, index, shown[index] ?? 0))
    : null;
  return runners
    .map(({ candidate, scored }, index) => {
      const total = totals[index];
      const totalHundredths = total?.totalHundredths ?? 0;
      const contributions = withoutTotal(scored).map((one, place) => ({
        ...one,
        contributionHundredths: total?.contributions?.[place] ?? null,
      }));
      const base = { supplierId: candidate.supplierId, state: 'ranked' as const, contributions, totalHundredths };
      const own = ranges?.[index];
      if (ranges === null || own === undefined)
        return { ...base, rank: rankAmong(shown, totalHundredths, 'highestFirst') };
      const { low, high } = own;
      return {
        ...base,
        rank: 1 + ranges.filter((other) => other.low > high).length,
        open: {
          lowHundredths: low,
          highHundredths: high,
          worstRank: 1 + ranges.filter((other) => other !== own && other.high > low).length,
        },
      };
    })
    .sort((a, b) => a.rank - b.rank || b.totalHundredths - a.totalHundredths);
}

function totalsAt(field: Field, runners: readonly Judged[], totalOf: TotalOf): MethodTotal[] {
  const { criteria, settings, running } = field;
  const candidates = runners.map(({ candidate }) => candidate);
  return methodTotals(criteria, candidates, settings, lowestOf(running, totalOf), totalOf);
}

/**
 * The least and the most a score can come to while totals are open: its own total at one end and all others at either. For the weighted
 * sum these are the true ends; TOPSIS is tried at all four corners and the middle, since it does not move one way only.
 */
function rangeOf(
  field: Field,
  runners: readonly Judged[],
  index: number,
  middle: number,
): { low: number; high: number } {
  const own = runners[index]?.candidate;
  const ends: readonly TotalOf[] = [lowTotal, highTotal];
  const found = ends.flatMap((ownEnd) =>
    ends.map((otherEnd) => {
      const totals = totalsAt(field, runners, (one) => (one === own ? ownEnd : otherEnd)(one));
      return totals[index]?.totalHundredths ?? middle;
    }),
  );
  return { low: Math.min(middle, ...found), high: Math.max(middle, ...found) };
}

function inTheRunning(criteria: readonly Criterion[], candidates: readonly Candidate[]): Candidate[] {
  const manual = criteria.filter(({ kind }) => kind === 'manual');
  return candidates.filter((candidate) => knockOuts(scoresOf(manual, candidate, null, null)).length === 0);
}

function lowestOf(candidates: readonly Candidate[], totalOf: TotalOf): number | null {
  let lowest: number | null = null;
  for (const candidate of candidates) {
    const total = totalOf(candidate);
    if (total !== null && total > 0 && (lowest === null || total < lowest)) lowest = total;
  }
  return lowest;
}

function judge(field: Field, candidate: Candidate, lowest: number | null): Judged {
  const { criteria, running } = field;
  const { supplierId } = candidate;
  const scored = scoresOf(criteria, candidate, middleTotal(candidate), lowest);
  const lowestAtBest = lowestOf(running, (one) => (one === candidate ? lowTotal : highTotal)(one));
  const reasons = knockOuts(scoresOf(criteria, candidate, lowTotal(candidate), lowestAtBest));
  const contributions = withoutTotal(scored);
  if (reasons.length > 0) {
    return { candidate, scored, apart: { supplierId, state: 'knockedOut', reasons, contributions } };
  }
  const missingCriterionIds = scored.flatMap(({ criterion, score }) => (score === null ? [criterion.id] : []));
  if (missingCriterionIds.length > 0) {
    return { candidate, scored, apart: { supplierId, state: 'incomplete', missingCriterionIds, contributions } };
  }
  return { candidate, scored, apart: null };
}

function scoresOf(
  criteria: readonly Criterion[],
  { scores }: Candidate,
  totalMinor: number | null,
  lowest: number | null,
): ScoredCriterion[] {
  return criteria.map((criterion) => ({
    criterion,
    score: criterion.kind === 'price' ? cappedPriceScore(lowest, totalMinor) : manualScore(scores.get(criterion.id)),
  }));
}

function manualScore(score: number | undefined): number | null {
  if (score === undefined) return null;
  if (!Number.isInteger(score) || score < 0 || score > FULL_SCORE_HUNDREDTHS) {
    throw new RangeError(`score outside 0 to 100: ${score}`);
  }
  return score;
}

function knockOuts(scored: readonly ScoredCriterion[]): KnockOut[] {
  return scored.flatMap(({ criterion: { id, knockoutMinimumHundredths: minimum }, score }) =>
    score !== null && minimum !== null && score < minimum
      ? [{ criterionId: id, scoreHundredths: score, minimumHundredths: minimum }]
      : [],
  );
}

function withoutTotal(scored: readonly ScoredCriterion[]): Contribution[] {
  return scored.map(({ criterion, score }) => ({
    criterionId: criterion.id,
    weightBp: criterion.weightBp,
    scoreHundredths: score,
    contributionHundredths: null,
  }));
}

/** The first place, when it is firm and held by one supplier alone; null otherwise. */
export function firmWinner(evaluation: Evaluation): Id | null {
  if (evaluation.state !== 'evaluated') return null;
  const first = evaluation.suppliers.filter((one) => one.state === 'ranked' && one.rank === 1);
  const [winner] = first;
  if (winner?.state !== 'ranked' || first.length > 1) return null;
  return (winner.open?.worstRank ?? 1) === 1 ? winner.supplierId : null;
}
