import type { Id } from '../../kernel/ids.ts';
import { dominatedBy } from './dominated-by.ts';
import { evaluate, firmWinner, runnersOf } from './evaluation.ts';
import { type GivenScore, type MeanScore, meanScores } from './mean-scores.ts';
import { decisionProblem, highTotal, lowTotal } from './method-totals.ts';
import type { Candidate, Criterion, Evaluation, EvaluationSettings, Method } from './types.ts';
import { type DecisionMethod, weightStability } from './weight-stability.ts';

/** What an evaluation comes to: the ranking, and how far it may be relied on. */
export interface Assessment {
  readonly evaluation: Evaluation;
  readonly means: readonly MeanScore[];
  readonly dominated: readonly Dominated[];
  readonly stability: Stability;
}

/** A supplier with a place whom others beat or equal by every criterion, whatever the weights. */
export interface Dominated {
  readonly supplierId: Id;
  readonly by: readonly Id[];
}

export type Stability =
  | {
      readonly state: 'computed';
      readonly method: Method;
      readonly winnerId: Id;
      /** One a criterion in their order. */
      readonly intervals: readonly CriterionInterval[];
      /** The criterion whose interval is the narrowest; null when no weight can change the winner. */
      readonly criticalId: Id | null;
    }
  | { readonly state: 'notComputable'; readonly reason: StabilityGap };

/** Each has a text below `evaluations:stability.gap.*`. */
export type StabilityGap = 'nobodyRanked' | 'onlyOne' | 'sharedFirst' | 'openFirst';

export interface CriterionInterval {
  readonly criterionId: Id;
  readonly weightBp: number;
  /** The winner stays first from this weight to that one, rounded inwards to basis points; null for a criterion with all the weight. */
  readonly lowBp: number | null;
  readonly highBp: number | null;
  readonly belowLowId: Id | null;
  readonly aboveHighId: Id | null;
}

export interface SupplierTotal {
  readonly supplierId: Id;
  /** Null when it is not comparable; the lower end of a range. */
  readonly totalMinor: number | null;
  readonly totalHighMinor?: number | undefined;
}

/** Judges the suppliers of a project by its leaves, its evaluators' scores and its settings. */
export function assess(
  criteria: readonly Criterion[],
  totals: readonly SupplierTotal[],
  scores: readonly GivenScore[],
  settings: EvaluationSettings,
): Assessment {
  const means = meanScores(scores, settings.aggregation);
  const candidates = candidatesOf(totals, means);
  const evaluation = evaluate(criteria, candidates, settings);
  if (evaluation.state !== 'evaluated') {
    return { evaluation, means, dominated: [], stability: { state: 'notComputable', reason: 'nobodyRanked' } };
  }
  const runners = runnersOf(criteria, candidates);
  return {
    evaluation,
    means,
    dominated: dominatedAmong(criteria, runners),
    stability: stabilityOf(criteria, runners, evaluation, settings),
  };
}

/** The suppliers with their mean scores, as the methods take them. */
export function candidatesOf(totals: readonly SupplierTotal[], means: readonly MeanScore[]): Candidate[] {
  const scoresOf = new Map<Id, Map<Id, number>>();
  for (const { supplierId, criterionId, meanHundredths } of means) {
    const own = scoresOf.get(supplierId) ?? new Map<Id, number>();
    own.set(criterionId, meanHundredths);
    scoresOf.set(supplierId, own);
  }
  return totals.map((total) => ({ ...total, scores: scoresOf.get(total.supplierId) ?? new Map<Id, number>() }));
}

/** By price only what is certain counts: whoever dominates must be cheaper at his dearest than the other at his cheapest. */
function dominatedAmong(criteria: readonly Criterion[], runners: readonly Candidate[]): Dominated[] {
  if (runners.length === 0) return [];
  const scores = (one: Candidate) =>
    criteria.flatMap(({ id, kind }) => (kind === 'manual' ? [one.scores.get(id) ?? 0] : []));
  const hasPrice = criteria.some(({ kind }) => kind === 'price');
  return runners.flatMap((own) => {
    const by = runners.flatMap((other) => {
      if (other === own) return [];
      const pair = [
        [...scores(own), ...(hasPrice ? [lowTotal(own) ?? 0] : [])],
        [...scores(other), ...(hasPrice ? [highTotal(other) ?? 0] : [])],
      ];
      const directions = [...scores(own).map(() => 'max' as const), ...(hasPrice ? ['min' as const] : [])];
      return dominatedBy({ matrix: pair, directions })[0]?.includes(1) ? [other.supplierId] : [];
    });
    return by.length === 0 ? [] : [{ supplierId: own.supplierId, by }];
  });
}

/** Totals that are still ranges count by their middle here; with an open first place there is nothing to hold. */
function stabilityOf(
  criteria: readonly Criterion[],
  runners: readonly Candidate[],
  evaluation: Extract<Evaluation, { state: 'evaluated' }>,
  settings: EvaluationSettings,
): Stability {
  const gap = gapOf(runners, evaluation);
  if (gap !== null) return { state: 'notComputable', reason: gap };
  const winnerId = firmWinner(evaluation);
  const problem = decisionProblem(criteria, runners, settings, evaluation.lowestTotalMinor);
  const { winner, intervals, critical } = weightStability(problem, decisionMethod(settings));
  const idOf = (index: number | null) => (index === null ? null : (runners[index]?.supplierId ?? null));
  return {
    state: 'computed',
    method: settings.method,
    winnerId: winnerId ?? idOf(winner) ?? '',
    criticalId: critical === null ? null : (criteria[critical]?.id ?? null),
    intervals: criteria.map(({ id, weightBp }, index) => {
      const interval = intervals[index] ?? null;
      return {
        criterionId: id,
        weightBp,
        lowBp: interval === null ? null : Math.max(0, Math.ceil(interval.low * 10_000 - ROUNDING)),
        highBp: interval === null ? null : Math.floor(interval.high * 10_000 + ROUNDING),
        belowLowId: idOf(interval?.belowLow ?? null),
        aboveHighId: idOf(interval?.aboveHigh ?? null),
      };
    }),
  };
}

/** What a machine's rounding may take from a whole number of basis points. */
const ROUNDING = 1e-6;

export function decisionMethod({ method, normalisation }: EvaluationSettings): DecisionMethod {
  return method === 'topsis' ? { method } : { method, normalisation };
}

function gapOf(
  runners: readonly Candidate[],
  evaluation: Extract<Evaluation, { state: 'evaluated' }>,
): StabilityGap | null {
  if (runners.length === 0) return 'nobodyRanked';
  if (runners.length === 1) return 'onlyOne';
  if (firmWinner(evaluation) !== null) return null;
  return evaluation.suppliers.some((one) => one.state === 'ranked' && one.open !== undefined)
    ? 'openFirst'
    : 'sharedFirst';
}
