import { allocate } from '../../kernel/allocate.ts';
import { divideRounded } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { rankAmong } from './ranks.ts';

/** `price` is scored from comparable totals, `entered` by the evaluators. */
export type CriterionKind = 'price' | 'entered';

export interface Criterion {
  readonly id: Id;
  readonly kind: CriterionKind;
  /** Hundredths of a percent; the weights of all criteria sum to 10 000. */
  readonly weightBp: number;
  /** Knock-out: a score below this (hundredths of a point) is out; null when the criterion knocks no one out. */
  readonly minimumHundredths: number | null;
}

export interface Candidate {
  readonly id: Id;
  /** Comparable total in minor units of one currency; null when incomplete or not comparable. */
  readonly totalMinor: number | null;
  /** Scores of the entered criteria by criterion id, hundredths of a point, 0 to 10 000; absent where none was given. */
  readonly scores: ReadonlyMap<Id, number>;
}

export interface Contribution {
  readonly criterionId: Id;
  readonly weightBp: number;
  readonly scoreHundredths: number | null;
  /** Its share of the shown total; null while the total is. */
  readonly contributionHundredths: number | null;
}

export interface KnockOut {
  readonly criterionId: Id;
  readonly scoreHundredths: number;
  readonly minimumHundredths: number;
}

export type EvaluatedCandidate = {
  readonly id: Id;
  /** One per criterion, in their order. */
  readonly contributions: readonly Contribution[];
} & (
  | { readonly state: 'ranked'; readonly totalHundredths: number; readonly rank: number }
  | { readonly state: 'incomplete'; readonly missingCriterionIds: readonly Id[] }
  | { readonly state: 'knockedOut'; readonly reasons: readonly KnockOut[] }
);

export type CriteriaProblem =
  | { readonly kind: 'noCriteria' }
  | { readonly kind: 'weightOutOfRange'; readonly criterionId: Id; readonly weightBp: number }
  | { readonly kind: 'weightsDoNotSum'; readonly sumBp: number };

/** The best score, in hundredths of a point. */
export const FULL_SCORE_HUNDREDTHS = 10_000;

/** What keeps criteria from being used: each weight 0 to 100 %, together exactly 100 %. */
export function validateCriteria(criteria: readonly Pick<Criterion, 'id' | 'weightBp'>[]): CriteriaProblem[] {
  if (criteria.length === 0) return [{ kind: 'noCriteria' }];
  const problems: CriteriaProblem[] = criteria
    .filter(({ weightBp }) => !Number.isInteger(weightBp) || weightBp < 0 || weightBp > 10_000)
    .map(({ id, weightBp }) => ({ kind: 'weightOutOfRange', criterionId: id, weightBp }));
  const sumBp = criteria.reduce((sum, { weightBp }) => sum + weightBp, 0);
  if (sumBp !== 10_000) problems.push({ kind: 'weightsDoNotSum', sumBp });
  return problems;
}

/**
 * `100 × lowest / total` in hundredths of a point: the lowest total scores 100, twice the lowest 50.
 * Null when a total is not above 0, since nothing can be said of it.
 */
export function priceScore(lowestMinor: number, totalMinor: number): number | null {
  if (lowestMinor <= 0 || totalMinor <= 0) return null;
  return divideRounded(BigInt(FULL_SCORE_HUNDREDTHS) * BigInt(lowestMinor), BigInt(totalMinor));
}

/**
 * Weighted sum of the scores with every contribution, and ranks (DOMAIN 6 "WSM", scores as is). A score below a criterion's minimum
 * knocks out; a missing score leaves the candidate incomplete and without a rank; ranks go by the shown total, ties share one
 * (1, 1, 3). The price score is held against the lowest total of those not knocked out by an entered score, so that an excluded
 * price moves no one. Results in the order of the candidates.
 * Errors: RangeError for criteria that `validateCriteria` refuses or a score outside 0 to 100.
 */
export function evaluate(criteria: readonly Criterion[], candidates: readonly Candidate[]): EvaluatedCandidate[] {
  const problem = validateCriteria(criteria)[0];
  if (problem !== undefined) throw new RangeError(`unusable criteria: ${problem.kind}`);
  const lowest = lowestEligibleTotal(criteria, candidates);
  const judged = candidates.map((candidate) => judge(criteria, candidate, lowest));
  const totals = judged.flatMap((one) => (one.state === 'scored' ? [one.totalHundredths] : []));
  return judged.map((one) =>
    one.state === 'scored'
      ? { ...one, state: 'ranked', rank: rankAmong(totals, one.totalHundredths, 'highestFirst') }
      : one,
  );
}

type Judged =
  | Exclude<EvaluatedCandidate, { state: 'ranked' }>
  | { id: Id; state: 'scored'; contributions: readonly Contribution[]; totalHundredths: number };

interface ScoredCriterion {
  readonly criterion: Criterion;
  readonly score: number | null;
}

function lowestEligibleTotal(criteria: readonly Criterion[], candidates: readonly Candidate[]): number | null {
  const entered = criteria.filter(({ kind }) => kind === 'entered');
  let lowest: number | null = null;
  for (const candidate of candidates) {
    const { totalMinor } = candidate;
    if (totalMinor === null || totalMinor <= 0 || (lowest !== null && totalMinor >= lowest)) continue;
    if (knockOuts(scoresOf(entered, candidate, null)).length === 0) lowest = totalMinor;
  }
  return lowest;
}

function judge(criteria: readonly Criterion[], candidate: Candidate, lowest: number | null): Judged {
  const scored = scoresOf(criteria, candidate, lowest);
  const reasons = knockOuts(scored);
  if (reasons.length > 0) {
    return { id: candidate.id, state: 'knockedOut', reasons, contributions: withoutTotal(scored) };
  }
  const products: number[] = [];
  const missingCriterionIds: Id[] = [];
  for (const { criterion, score } of scored) {
    if (score === null) missingCriterionIds.push(criterion.id);
    else products.push(criterion.weightBp * score);
  }
  if (missingCriterionIds.length > 0) {
    return { id: candidate.id, state: 'incomplete', missingCriterionIds, contributions: withoutTotal(scored) };
  }
  const sum = products.reduce((total, product) => total + product, 0);
  const totalHundredths = divideRounded(BigInt(sum), 10_000n);
  // Split the shown total, rather than rounding each product: the contributions must add up to what is shown.
  const shares = sum === 0 ? products : allocate(totalHundredths, products);
  const contributions = withoutTotal(scored).map((one, index) => ({
    ...one,
    contributionHundredths: shares[index] ?? null,
  }));
  return { id: candidate.id, state: 'scored', contributions, totalHundredths };
}

function scoresOf(criteria: readonly Criterion[], candidate: Candidate, lowest: number | null): ScoredCriterion[] {
  return criteria.map((criterion) => ({ criterion, score: scoreOf(criterion, candidate, lowest) }));
}

function scoreOf(criterion: Criterion, { totalMinor, scores }: Candidate, lowest: number | null): number | null {
  if (criterion.kind === 'price') {
    if (lowest === null || totalMinor === null) return null;
    const score = priceScore(lowest, totalMinor);
    // Only a candidate that is out anyway can undercut the lowest eligible total.
    return score === null ? null : Math.min(score, FULL_SCORE_HUNDREDTHS);
  }
  const score = scores.get(criterion.id) ?? null;
  if (score !== null && (!Number.isInteger(score) || score < 0 || score > FULL_SCORE_HUNDREDTHS)) {
    throw new RangeError(`score outside 0 to 100: ${score}`);
  }
  return score;
}

function knockOuts(scored: readonly ScoredCriterion[]): KnockOut[] {
  return scored.flatMap(({ criterion: { id, minimumHundredths }, score }) =>
    score !== null && minimumHundredths !== null && score < minimumHundredths
      ? [{ criterionId: id, scoreHundredths: score, minimumHundredths }]
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
