import { fromScaledInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { decisionMethod } from './assess.ts';
import { evaluate, firmWinner, runnersOf } from './evaluation.ts';
import { decisionProblem } from './method-totals.ts';
import { normalised } from './normalise.ts';
import type { Candidate, Criterion, EvaluationSettings } from './types.ts';
import { restScore, type WeightInterval, weightStability } from './weight-stability.ts';

/**
 * How far the weight of one criterion may move before somebody else is first: the interval with, for each end, the two scores that
 * cross there. A null result while there is no firm winner, or when the criterion has the whole weight.
 */
export function traceStability(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
  settings: EvaluationSettings,
  criterionId: Id,
): Trace {
  const index = criteria.findIndex(({ id }) => id === criterionId);
  const isTopsis = settings.method === 'topsis';
  const rule = {
    rule: isTopsis ? 'scannedStability' : 'weightStability',
    version: 1,
    formula: isTopsis
      ? 'interval = scan(weight)'
      : 'crossover = (otherRest − ownRest) / ((own − ownRest) − (other − otherRest))',
  };
  const evaluation = evaluate(criteria, candidates, settings);
  const runners = runnersOf(criteria, candidates);
  if (evaluation.state !== 'evaluated' || firmWinner(evaluation) === null || runners.length < 2) {
    return { ...rule, inputs: [{ name: 'missing', value: 'firmWinner' }], result: null };
  }
  const problem = decisionProblem(criteria, runners, settings, evaluation.lowestTotalMinor);
  const stability = weightStability(problem, decisionMethod(settings));
  const interval = stability.intervals[index] ?? null;
  const winner: TraceValue = { name: 'winner', value: runners[stability.winner]?.supplierId ?? '' };
  const head: TraceValue[] = [{ name: 'criterion', value: criterionId }, winner];
  if (interval === null)
    return { ...rule, inputs: [...head, { name: 'missing', value: 'otherWeights' }], result: null };
  const rows = isTopsis ? null : normalised(problem, settings.normalisation);
  const nameOf = (alternative: number) => runners[alternative]?.supplierId ?? '';
  const crossing = (other: number | null, at: number): Trace[] =>
    other === null || rows === null
      ? []
      : [crossingTrace(rows, problem.weights, interval, stability.winner, other, at, nameOf)];
  return {
    ...rule,
    inputs: [
      ...head,
      percent('weight', interval.weight),
      percent('lowestWeight', interval.low),
      ...(interval.belowLow === null ? [] : [{ name: 'firstBelow', value: nameOf(interval.belowLow) }]),
      percent('highestWeight', interval.high),
      ...(interval.aboveHigh === null ? [] : [{ name: 'firstAbove', value: nameOf(interval.aboveHigh) }]),
    ],
    result: percent('width', interval.high - interval.low),
    parts: [...crossing(interval.belowLow, interval.low), ...crossing(interval.aboveHigh, interval.high)],
  };
}

/** Where the winner's line and another's meet, with the figures of DOMAIN's formula. */
function crossingTrace(
  rows: readonly (readonly number[])[],
  weights: readonly number[],
  { criterion, weight }: WeightInterval,
  winner: number,
  other: number,
  at: number,
  nameOf: (alternative: number) => Id,
): Trace {
  const sum = weights.reduce((total, one) => total + one, 0);
  const score = (row: readonly number[]) =>
    row.reduce((total, value, index) => total + (value * (weights[index] ?? 0)) / sum, 0);
  const figures = (alternative: number) => {
    const row = rows[alternative] ?? [];
    const own = row[criterion] ?? 0;
    return { own, score: score(row), rest: restScore(score(row), weight, own) };
  };
  const [first, second] = [figures(winner), figures(other)];
  const value = (name: string, figure: number): TraceValue => ({ name, value: scaled(figure) });
  return {
    rule: 'crossover',
    version: 1,
    formula: 'crossover = (otherRest − ownRest) / ((own − ownRest) − (other − otherRest))',
    inputs: [
      { name: 'winner', value: nameOf(winner) },
      value('own', first.own),
      value('ownScore', first.score),
      value('ownRest', first.rest),
      { name: 'otherSupplier', value: nameOf(other) },
      value('other', second.own),
      value('otherScore', second.score),
      value('otherRest', second.rest),
    ],
    result: percent('crossover', at),
  };
}

/** Scores come as hundredths of a point, normalised figures as fractions; either is shown with what it needs. */
function scaled(figure: number): string {
  return figure > 1 ? fromScaledInteger(Math.round(figure), 2).toFixed(2) : figure.toFixed(6);
}

function percent(name: string, share: number): TraceValue {
  return { name, value: (share * 100).toFixed(2), unit: '%' };
}
