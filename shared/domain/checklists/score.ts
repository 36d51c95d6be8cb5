import { divideRounded, parseDecimal } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Trace } from '../../kernel/trace.ts';
import { type ChecklistAnswer, type ChecklistPoint, NOT_APPLICABLE } from './types.ts';

export type PointState = 'pass' | 'partly' | 'fail' | 'notApplicable' | 'open';

export interface PointResult {
  readonly pointId: Id;
  readonly state: PointState;
  /** Hundredths of a point; null while it is open or does not apply. */
  readonly scoreHundredths: number | null;
}

export interface ChecklistScore {
  /** Weighted mean of what was answered, 0 to 10000; null when nothing was. */
  readonly scoreHundredths: number | null;
  /** Share of the weight that was answered, in basis points: what is open lowers this and never the score. */
  readonly coverageBp: number;
  readonly points: readonly PointResult[];
  /** Critical points that fail. */
  readonly criticalFailures: readonly Id[];
  /** Critical points nobody has answered yet. */
  readonly criticalOpen: readonly Id[];
  readonly answered: number;
  readonly total: number;
}

const FULL = 10_000;

/**
 * Scores a sheet (DOMAIN 6: samples are scored from the same list as the bulk). A reading earns the share of its pieces within
 * the limits, a choice its points, pass and fail all or nothing; open points and those that do not apply are left out.
 */
export function scoreChecklist(points: readonly ChecklistPoint[], answers: readonly ChecklistAnswer[]): ChecklistScore {
  const byPoint = new Map(answers.map((answer) => [answer.pointId, answer]));
  const results = points.map((point) => pointResult(point, byPoint.get(point.id)));
  const counted = points.flatMap((point, index) => {
    const result = results[index];
    return result === undefined || result.state === 'notApplicable' ? [] : [{ point, result }];
  });
  let earned = 0n;
  let answeredWeight = 0;
  let weight = 0;
  for (const { point, result } of counted) {
    weight += point.weight;
    if (result.scoreHundredths === null) continue;
    answeredWeight += point.weight;
    earned += BigInt(point.weight) * BigInt(result.scoreHundredths);
  }
  const critical = counted.filter(({ point }) => point.isCritical);
  return {
    scoreHundredths: answeredWeight === 0 ? null : divideRounded(earned, BigInt(answeredWeight)),
    coverageBp: weight === 0 ? 0 : divideRounded(BigInt(answeredWeight) * 10_000n, BigInt(weight)),
    points: results,
    criticalFailures: critical.filter(({ result }) => isFailure(result)).map(({ point }) => point.id),
    criticalOpen: critical.filter(({ result }) => result.state === 'open').map(({ point }) => point.id),
    answered: counted.filter(({ result }) => result.state !== 'open').length,
    total: counted.length,
  };
}

/** True when a reading lies within the point's limits; text that is no plain numeral does not. */
export function isWithin(reading: string, { lower, upper }: Pick<ChecklistPoint, 'lower' | 'upper'>): boolean {
  const value = parseDecimal(reading);
  if (value === null) return false;
  const from = lower === null ? null : parseDecimal(lower);
  const to = upper === null ? null : parseDecimal(upper);
  return (from === null || value.gte(from)) && (to === null || value.lte(to));
}

/** How a sheet's score came about; `nameOf` gives the words of a point. */
export function traceChecklist(
  points: readonly ChecklistPoint[],
  score: ChecklistScore,
  nameOf: (point: ChecklistPoint) => string,
): Trace {
  const results = new Map(score.points.map((result) => [result.pointId, result]));
  return {
    rule: 'checklistScore',
    version: 1,
    formula: 'score = Σ weight × points / Σ weight',
    inputs: points.flatMap((point) => {
      const earned = results.get(point.id)?.scoreHundredths ?? null;
      return earned === null ? [] : [{ name: nameOf(point), value: `${point.weight} × ${(earned / 100).toFixed(1)}` }];
    }),
    result:
      score.scoreHundredths === null
        ? null
        : { name: 'checklistScore', value: (score.scoreHundredths / 100).toFixed(1) },
  };
}

function pointResult(point: ChecklistPoint, answer: ChecklistAnswer | undefined): PointResult {
  const scored = (scoreHundredths: number): PointResult => ({
    pointId: point.id,
    state: scoreHundredths === FULL ? 'pass' : scoreHundredths === 0 ? 'fail' : 'partly',
    scoreHundredths,
  });
  const open: PointResult = { pointId: point.id, state: 'open', scoreHundredths: null };
  if (answer === undefined) return open;
  if (answer.choice === NOT_APPLICABLE) return { ...open, state: 'notApplicable' };
  switch (point.kind) {
    case 'reading': {
      const { readings } = answer;
      if (readings.length === 0) return open;
      const within = readings.filter((reading) => isWithin(reading, point)).length;
      return scored(divideRounded(BigInt(within) * BigInt(FULL), BigInt(readings.length)));
    }
    case 'passFail':
      return answer.choice === 'pass' ? scored(FULL) : answer.choice === 'fail' ? scored(0) : open;
    case 'choice': {
      const chosen = answer.choice === null ? undefined : point.choices[Number(answer.choice)];
      return chosen === undefined ? open : scored(chosen.pointsHundredths);
    }
  }
}

/** One piece outside the limits is enough where a point is critical. */
function isFailure({ state }: PointResult): boolean {
  return state === 'fail' || state === 'partly';
}
