import { sumOf } from './decision.ts';

/** Saaty's random index by number of criteria, 3 to 10 (DOMAIN 6). */
const RANDOM_INDEX = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;
/** Judgements up to this consistency ratio are accepted. */
export const ACCEPTED_RATIO = 0.1;
/** Beyond ten criteria there is no random index, so no ratio. */
export const MOST_COMPARED = 10;
const MOST_STEPS = 10_000;
const SETTLED = 1e-14;

export interface Ahp {
  /** Principal eigenvector, summing to 1. */
  readonly weights: readonly number[];
  readonly lambdaMax: number;
  /** (λ − n)/(n − 1); 0 for one or two criteria. */
  readonly consistencyIndex: number;
  /** Null where there is none: one, two or more than ten criteria. */
  readonly randomIndex: number | null;
  /** CI/RI; 0 for one or two criteria, which cannot contradict themselves; null for more than ten. */
  readonly consistencyRatio: number | null;
  /** The ratio is at most 0.10; null while there is no ratio. */
  readonly isAccepted: boolean | null;
  /** Every pair, the one that fits the weights least first. */
  readonly deviations: readonly JudgementDeviation[];
}

export interface JudgementDeviation {
  readonly first: number;
  readonly second: number;
  /** a_ij as judged. */
  readonly judged: number;
  /** w_i/w_j: what the weights say. */
  readonly implied: number;
  /** The factor between the two, 1 or more. */
  readonly factor: number;
  /** The value on Saaty's scale that fits the weights best: 1 to 9, or −2 to −9 for 1/2 to 1/9. */
  readonly fitting: number;
}

/**
 * Weights from pairwise comparisons (AHP, DOMAIN 6): the principal eigenvector of a reciprocal matrix by power iteration,
 * λ = mean((Aw)_i/w_i), CI = (λ−n)/(n−1), CR = CI/RI. Source: Saaty, The Analytic Hierarchy Process.
 * Errors: RangeError when the matrix is empty, not square, not above 0 or not reciprocal.
 */
export function ahp(matrix: readonly (readonly number[])[]): Ahp {
  requireReciprocal(matrix);
  const n = matrix.length;
  const weights = principalVector(matrix);
  const lambdaMax = times(matrix, weights).reduce((sum, value, index) => sum + value / (weights[index] ?? 1), 0) / n;
  // A consistent matrix has λ = n exactly; what lies below is the rounding of the machine.
  const consistencyIndex = n < 3 ? 0 : Math.max(0, (lambdaMax - n) / (n - 1));
  const randomIndex = RANDOM_INDEX[n - 3] ?? null;
  const consistencyRatio = n < 3 ? 0 : randomIndex === null ? null : consistencyIndex / randomIndex;
  return {
    weights,
    lambdaMax,
    consistencyIndex,
    randomIndex,
    consistencyRatio,
    isAccepted: consistencyRatio === null ? null : consistencyRatio <= ACCEPTED_RATIO,
    deviations: deviationsOf(matrix, weights),
  };
}

/** The matrix behind judgements on Saaty's scale: 1 to 9 for the first over the second, −2 to −9 for its reciprocal. */
export function reciprocalMatrix(
  size: number,
  judgements: readonly { readonly first: number; readonly second: number; readonly intensity: number }[],
): number[][] {
  const matrix = Array.from({ length: size }, () => Array.from({ length: size }, () => 1));
  for (const { first, second, intensity } of judgements) {
    const value = ratioOf(intensity);
    const [row, mirrored] = [matrix[first], matrix[second]];
    if (row === undefined || mirrored === undefined) throw new RangeError('a judgement names no criterion');
    row[second] = value;
    mirrored[first] = 1 / value;
  }
  return matrix;
}

/** 3 is three times, −3 a third. */
export function ratioOf(intensity: number): number {
  if (!Number.isInteger(intensity) || intensity === 0 || intensity === -1 || Math.abs(intensity) > 9) {
    throw new RangeError(`not on Saaty's scale: ${intensity}`);
  }
  return intensity > 0 ? intensity : 1 / -intensity;
}

function requireReciprocal(matrix: readonly (readonly number[])[]): void {
  const n = matrix.length;
  if (n === 0 || matrix.some(({ length }) => length !== n)) throw new RangeError('not a square matrix');
  matrix.forEach((row, i) => {
    row.forEach((value, j) => {
      if (!Number.isFinite(value) || value <= 0) throw new RangeError('a judgement that is not above 0');
      // Published matrices round reciprocals to two decimals.
      if (Math.abs(value * (matrix[j]?.[i] ?? 0) - 1) > 0.05) throw new RangeError('not a reciprocal matrix');
    });
  });
}

function principalVector(matrix: readonly (readonly number[])[]): number[] {
  let vector = matrix.map(() => 1 / matrix.length);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = scaledToOne(times(matrix, vector));
    const change = Math.max(...next.map((value, index) => Math.abs(value - (vector[index] ?? 0))));
    vector = next;
    if (change < SETTLED) break;
  }
  return vector;
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0));
}

function scaledToOne(values: readonly number[]): number[] {
  const sum = sumOf(values);
  return values.map((value) => value / sum);
}

function deviationsOf(matrix: readonly (readonly number[])[], weights: readonly number[]): JudgementDeviation[] {
  const deviations = matrix.flatMap((row, first) =>
    row.flatMap((judged, second) => {
      if (second <= first) return [];
      const implied = (weights[first] ?? 1) / (weights[second] ?? 1);
      const factor = Math.max(judged / implied, implied / judged);
      return [{ first, second, judged, implied, factor, fitting: nearestIntensity(implied) }];
    }),
  );
  return deviations.sort((a, b) => b.factor - a.factor);
}

/** Whole steps of the scale in the direction of the ratio. */
function nearestIntensity(ratio: number): number {
  const steps = Math.min(9, Math.round(ratio >= 1 ? ratio : 1 / ratio));
  return steps === 1 ? 1 : ratio >= 1 ? steps : -steps;
}
