import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { Decimal, parseDecimal } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { isWithin } from '../checklists/score.ts';

export interface DriftBatch {
  readonly inspectionId: Id;
  readonly label: string;
  readonly doneOn: CalendarDate | null;
  /** Plain decimals, one a piece. */
  readonly readings: readonly string[];
}

export interface DriftPoint {
  readonly inspectionId: Id;
  readonly label: string;
  readonly doneOn: CalendarDate | null;
  readonly count: number;
  /** Plain decimals. */
  readonly mean: string;
  readonly lowest: string;
  readonly highest: string;
  /** Pieces outside the limits. */
  readonly outside: number;
  /** Mean less the golden sample's; null without a golden reading. */
  readonly fromGolden: string | null;
}

/** `outside`: pieces of the newest batch lie outside the limits. `drifting`: they go towards a limit batch by batch. */
export type DriftState = 'tooFew' | 'stable' | 'drifting' | 'outside';

export interface Drift {
  readonly golden: string | null;
  readonly points: readonly DriftPoint[];
  readonly state: DriftState;
}

/** Batches that must move the same way, and the share of the way to the limit that must be used up ([P]). */
const RUN = 3;
const WAY = new Decimal('0.5');

/**
 * How a measurement moves over the batches, against the golden sample and the limits. The mean of each batch is exact to 12
 * digits; readings that are no plain numerals are left out. Batches come in their order; those without readings are skipped.
 */
export function drift(
  limits: { readonly lower: string | null; readonly upper: string | null },
  goldenReadings: readonly string[],
  batches: readonly DriftBatch[],
): Drift {
  const golden = meanOf(numbersOf(goldenReadings));
  const points = batches.flatMap((batch) => driftPoint(limits, golden, batch));
  return { golden: golden === null ? null : plain(golden), points, state: stateOf(limits, golden, points) };
}

function driftPoint(
  limits: { readonly lower: string | null; readonly upper: string | null },
  golden: Decimal | null,
  { inspectionId, label, doneOn, readings }: DriftBatch,
): DriftPoint[] {
  const numbers = numbersOf(readings);
  const mean = meanOf(numbers);
  if (mean === null) return [];
  return [
    {
      inspectionId,
      label,
      doneOn,
      count: numbers.length,
      mean: plain(mean),
      lowest: plain(Decimal.min(...numbers)),
      highest: plain(Decimal.max(...numbers)),
      outside: numbers.filter((number) => !isWithin(number.toFixed(), limits)).length,
      fromGolden: golden === null ? null : plain(mean.minus(golden)),
    },
  ];
}

function stateOf(
  { lower, upper }: { readonly lower: string | null; readonly upper: string | null },
  golden: Decimal | null,
  points: readonly DriftPoint[],
): DriftState {
  const last = points.at(-1);
  if (last === undefined) return 'tooFew';
  if (last.outside > 0) return 'outside';
  if (points.length < RUN) return 'tooFew';
  const means = points.slice(-RUN).map(({ mean }) => new Decimal(mean));
  const steps = means.slice(1).map((mean, index) => mean.minus(means[index] ?? mean));
  const rising = steps.every((step) => step.gt(0));
  const falling = steps.every((step) => step.lt(0));
  if (!rising && !falling) return 'stable';
  const limit = parseDecimal((rising ? upper : lower) ?? '');
  const start = golden ?? means[0];
  if (limit === null || start === undefined || limit.eq(start)) return 'stable';
  const used = new Decimal(last.mean).minus(start).div(limit.minus(start));
  return used.gte(WAY) ? 'drifting' : 'stable';
}

function numbersOf(readings: readonly string[]): Decimal[] {
  return readings.flatMap((reading) => parseDecimal(reading) ?? []);
}

function meanOf(numbers: readonly Decimal[]): Decimal | null {
  if (numbers.length === 0) return null;
  return numbers.reduce((sum, number) => sum.plus(number), new Decimal(0)).div(numbers.length);
}

function plain(value: Decimal): string {
  return value.toSignificantDigits(12).toFixed();
}
