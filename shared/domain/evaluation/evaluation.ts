import { allocate } from '../../kernel/allocate.ts';
import { divideRounded } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { rankAmong } from './ranks.ts';
import type {
  Candidate,
  Contribution,
  CriteriaProblem,
  Criterion,
  EvaluatedSupplier,
  Evaluation,
  KnockOut,
} from './types.ts';

/** The best score, in hundredths of a point. */
export const FULL_SCORE_HUNDREDTHS = 10_000;
/** What the weights of all criteria sum to, in hundredths of a percent. */
export const FULL_WEIGHT_BP = 10_000;

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
 * `100 × lowest / total` in hundredths of a point: the lowest total scores 100, twice the lowest 50.
 * Null when a total is not above 0, since nothing can be said of it.
 */
export function priceScore(lowestMinor: number, totalMinor: number): number | null {
  if (lowestMinor <= 0 || totalMinor <= 0) return null;
  return divideRounded(BigInt(FULL_SCORE_HUNDREDTHS) * BigInt(lowestMinor), BigInt(totalMinor));
}

/**
 * Weighted sum of the scores with every contribution, and ranks (DOMAIN 6 "WSM", scores as is). A score below a criterion's minimum
 * knocks out; a missing score leaves a supplier incomplete and without a rank; ranks go by the shown total, ties share one (1, 1, 3).
 * The price score is held against the lowest total of those not knocked out by a manual score, so that an excluded price moves no
 * one. Weights that do not sum to 100 % make it not computable.
 * Errors: RangeError for a score outside 0 to 100.
 */
export function evaluate(criteria: readonly Criterion[], candidates: readonly Candidate[]): Evaluation {
  const problems = validateCriteria(criteria);
  if (problems.length > 0) return { state: 'notComputable', problems };
  const lowestTotalMinor = lowestInTheRunning(criteria, candidates);
  const judged = candidates.map((candidate) => judge(criteria, candidate, lowestTotalMinor));
  const scored = judged.filter((one) => one.state === 'scored');
  const totals = scored.map(({ totalHundredths }) => totalHundredths);
  const ranked = scored
    .map((one) => ({ ...one, state: 'ranked' as const, rank: rankAmong(totals, one.totalHundredths, 'highestFirst') }))
    .sort((a, b) => a.rank - b.rank);
  const incomplete = judged.filter((one) => one.state === 'incomplete');
  const knockedOut = judged.filter((one) => one.state === 'knockedOut');
  return { state: 'evaluated', suppliers: [...ranked, ...incomplete, ...knockedOut], lowestTotalMinor };
}

type Judged =
  | Exclude<EvaluatedSupplier, { state: 'ranked' }>
  | { supplierId: Id; state: 'scored'; contributions: readonly Contribution[]; totalHundredths: number };

interface ScoredCriterion {
  readonly criterion: Criterion;
  readonly score: number | null;
}

function lowestInTheRunning(criteria: readonly Criterion[], candidates: readonly Candidate[]): number | null {
  const manual = criteria.filter(({ kind }) => kind === 'manual');
  let lowest: number | null = null;
  for (const candidate of candidates) {
    const { totalMinor } = candidate;
    if (totalMinor === null || totalMinor <= 0 || (lowest !== null && totalMinor >= lowest)) continue;
    if (knockOuts(scoresOf(manual, candidate, null)).length === 0) lowest = totalMinor;
  }
  return lowest;
}

function judge(criteria: readonly Criterion[], candidate: Candidate, lowest: number | null): Judged {
  const { supplierId } = candidate;
  const scored = scoresOf(criteria, candidate, lowest);
  const reasons = knockOuts(scored);
  if (reasons.length > 0) return { supplierId, state: 'knockedOut', reasons, contributions: withoutTotal(scored) };

  const products: number[] = [];
  const missingCriterionIds: Id[] = [];
  for (const { criterion, score } of scored) {
    if (score === null) missingCriterionIds.push(criterion.id);
    else products.push(criterion.weightBp * score);
  }
  if (missingCriterionIds.length > 0) {
    return { supplierId, state: 'incomplete', missingCriterionIds, contributions: withoutTotal(scored) };
  }

  const sum = products.reduce((total, product) => total + product, 0);
  const totalHundredths = divideRounded(BigInt(sum), BigInt(FULL_WEIGHT_BP));
  // The shown total is split, rather than each product rounded: contributions must add up to what is shown.
  const shares = sum === 0 ? products : allocate(totalHundredths, products);
  const contributions = withoutTotal(scored).map((one, index) => ({
    ...one,
    contributionHundredths: shares[index] ?? null,
  }));
  return { supplierId, state: 'scored', contributions, totalHundredths };
}

function scoresOf(criteria: readonly Criterion[], candidate: Candidate, lowest: number | null): ScoredCriterion[] {
  return criteria.map((criterion) => ({ criterion, score: scoreOf(criterion, candidate, lowest) }));
}

function scoreOf(criterion: Criterion, { totalMinor, scores }: Candidate, lowest: number | null): number | null {
  if (criterion.kind === 'price') {
    if (lowest === null || totalMinor === null) return null;
    const score = priceScore(lowest, totalMinor);
    // Only a supplier that is out anyway can undercut the lowest total in the running.
    return score === null ? null : Math.min(score, FULL_SCORE_HUNDREDTHS);
  }
  const score = scores.get(criterion.id) ?? null;
  if (score !== null && (!Number.isInteger(score) || score < 0 || score > FULL_SCORE_HUNDREDTHS)) {
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
