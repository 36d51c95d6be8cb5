import type { Id } from '../../kernel/ids.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import { assumptionsOf } from '../comparison/scope.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote } from '../comparison/types.ts';
import { effectiveUnitPrice } from '../pricing/tiers.ts';
import { atQuantityRows } from './at-quantity.ts';
import { type CheapestRun, cheapestRuns, type Look } from './crossovers.ts';
import { shownRange } from './range.ts';
import { costOfTotal, type Reckoner, reckonerOf, tierMark } from './reckoner.ts';
import { itemInput, stepSizeOf } from './subject.ts';
import type { Crossover, CurvePoint, CurveSupplier, NamedRun, QuantityCurve } from './types.ts';

export interface QuantityCurveOptions {
  /** Null: the whole project. */
  readonly itemId: Id | null;
  /** Ten-thousandths of the item's unit, or percent of the plan; null: the planned quantity. */
  readonly chosen: number | null;
  /** What keeping a further unit costs, millionths of the comparison's currency. */
  readonly holdingCostPerUnit: UnitPrice | null;
}

/** Reckonings an item's crossovers may cost: far more than suppliers a few per mille apart need. */
const BUDGET = 6_000;
/** Line reckonings a project's curve may cost. */
const PROJECT_BUDGET = 20_000;
const PROJECT_RANGE = { from: 10, to: 300 };
const GRIDS = [1, 2, 5, 10, 29] as const;

/**
 * Cost per unit needed over the quantity for every comparable supplier, where the cheapest one changes, and what each comes to at the
 * chosen quantity (PRODUCT M4 "at my quantity"). The figures are the comparison's own, on its basis. Null when the item is
 * not part of the comparison or there is nothing to vary.
 */
export function quantityCurve(
  input: ComparisonInput,
  options: ComparisonOptions,
  own: QuantityCurveOptions,
): QuantityCurve | null {
  const work = quantityCurveWork(input, options, own);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** The same in many small pieces, for a caller that must not be held up. */
export function* quantityCurveWork(
  input: ComparisonInput,
  options: ComparisonOptions,
  own: QuantityCurveOptions,
): Generator<void, QuantityCurve | null> {
  const subject = own.itemId === null ? input : itemInput(input, options, own.itemId);
  if (subject === null) return null;
  const item = own.itemId === null ? null : (subject.items[0] ?? null);
  const stepSize = item === null ? null : stepSizeOf(item.quantity);
  const planned = item === null ? 100 : item.quantity;
  const chosen = own.chosen ?? (item === null ? options.quantityPercent : plannedNeed(item.quantity, options));
  if (chosen === null || chosen <= 0) return null;
  const chosenStep = Math.max(1, Math.round(chosen / (stepSize ?? 1)));
  const reckoner = reckonerOf(subject, options, stepSize);
  const range =
    stepSize === null
      ? { from: Math.min(PROJECT_RANGE.from, chosenStep), to: Math.max(PROJECT_RANGE.to, chosenStep) }
      : shownRange(subject.quotes, planned, chosenStep * stepSize, stepSize);
  const grid = stepSize === null ? gridOf(range.to - range.from, subject) : 1;
  const quotes = subject.quotes.filter((quote) => reckoner.totalAt(quote, chosenStep).exclusions.length === 0);
  yield;
  const steps = yield* drawnSteps(reckoner, quotes, range, grid, stepSize);
  const runs = yield* runsOf(reckoner, quotes, range, grid);
  const suppliers: CurveSupplier[] = [];
  for (const quote of subject.quotes) {
    suppliers.push({
      quoteId: quote.id,
      nameEn: quote.supplierNameEn,
      nameZh: quote.supplierNameZh,
      exclusions: reckoner.totalAt(quote, chosenStep).exclusions,
      points: quotes.includes(quote) ? yield* pointsOf(reckoner, quote, steps, stepSize, options) : [],
    });
  }
  return {
    item,
    currency: options.currency,
    stepSize,
    ...range,
    plannedStep: planned === null ? null : Math.round(planned / (stepSize ?? 1)),
    chosenStep,
    grid,
    suppliers,
    runs,
    crossovers: crossoversOf(runs),
    rows: atQuantityRows(reckoner, chosenStep, own.holdingCostPerUnit, stepSize),
    assumptions: assumptionsOf(
      reckoner.reckoning.scope,
      reckoner.reckoning.costing,
      reckoner.optionsAt(stepSize === null ? chosenStep : 100),
    ),
  };
}

function plannedNeed(quantity: Quantity | null, { quantityPercent }: ComparisonOptions): Quantity | null {
  return quantity === null ? null : Math.round((quantity * quantityPercent) / 100);
}

/** Every how many percents a project is reckoned, by its size. */
function gridOf(span: number, { items, quotes }: ComparisonInput): number {
  const lines = Math.max(1, items.length * quotes.length);
  return GRIDS.find((grid) => (span / grid) * lines <= PROJECT_BUDGET) ?? GRIDS[GRIDS.length - 1] ?? 10;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function* runsOf(
  reckoner: Reckoner,
  quotes: readonly ComparisonQuote[],
  range: Range,
  grid: number,
): Generator<void, NamedRun[]> {
  // Suppliers with the very same offer cost the same everywhere; one of them speaks for all.
  const alike = [...Map.groupBy(quotes, offerOf).values()];
  const speakers = alike.flatMap(([first]) => first ?? []);
  const stepOf = (index: number) => Math.min(range.from + index * grid, range.to);
  const lookAt = (supplier: number, index: number): Look => {
    const quote = speakers[supplier];
    if (quote === undefined) throw new RangeError(`no such supplier: ${supplier}`);
    const total = reckoner.totalAt(quote, stepOf(index));
    return { cost: costOfTotal(total), tier: tierMark(total) };
  };
  const last = Math.ceil((range.to - range.from) / grid);
  const named = ({ from, to, cheapest, takesTurns }: CheapestRun): NamedRun => ({
    from: stepOf(from),
    to: stepOf(to),
    quoteIds: cheapest.flatMap((index) => alike[index]?.map(({ id }) => id) ?? []),
    takesTurns,
  });
  const runs = yield* cheapestRuns({ from: 0, to: last, suppliers: speakers.length, lookAt, budget: BUDGET });
  return runs.map(named);
}

/** All a cost hangs on: the same prices landed under another trade term or paid at another time cost something else. */
function offerOf(quote: ComparisonQuote): string {
  const { currency, taxBasis, vatRateBp, minimumValueMinor, costs, lines } = quote;
  const { incoterm, payments, paymentTerms, leadTimeDays } = quote;
  const parts = costs.toSorted((a, b) => (a.part < b.part ? -1 : 1));
  const terms = [incoterm, payments, paymentTerms, leadTimeDays];
  return JSON.stringify([currency, taxBasis, vatRateBp, minimumValueMinor, parts, lines, terms]);
}

function crossoversOf(runs: readonly NamedRun[]): Crossover[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1];
    if (before === undefined || before.quoteIds.length === 0 || run.quoteIds.length === 0) return [];
    const takesTurns = before.takesTurns || run.takesTurns;
    return [{ step: run.from, before: before.quoteIds, after: run.quoteIds, takesTurns }];
  });
}

const SAMPLES = 120;

/** Steps to draw all curves by: even ones, and both sides of every place where a price tier changes. */
function* drawnSteps(
  reckoner: Reckoner,
  quotes: readonly ComparisonQuote[],
  range: Range,
  grid: number,
  stepSize: Quantity | null,
): Generator<void, number[]> {
  const span = range.to - range.from;
  const count = Math.max(1, Math.min(SAMPLES, Math.floor(span / grid)));
  const even = Array.from(
    { length: count },
    (_, index) => range.from + Math.round((span * index) / count / grid) * grid,
  );
  const steps = new Set<number>([...even, range.to]);
  if (stepSize !== null) {
    for (const quote of quotes) {
      for (const step of jumpsOf(reckoner, quote, [...even, range.to])) steps.add(step);
      yield;
    }
  }
  return [...steps].filter((step) => step <= range.to).sort((a, b) => a - b);
}

function* pointsOf(
  reckoner: Reckoner,
  quote: ComparisonQuote,
  steps: readonly number[],
  stepSize: Quantity | null,
  { currency }: ComparisonOptions,
): Generator<void, CurvePoint[]> {
  const points: CurvePoint[] = [];
  for (const step of steps) {
    const total = costOfTotal(reckoner.totalAt(quote, step));
    const costOf = (minor: number) =>
      stepSize === null ? Math.round((minor * 100) / step) : effectiveUnitPrice(minor, step * stepSize, currency);
    points.push({
      step,
      low: total === null ? null : costOf(total.lowMinor),
      high: total === null ? null : costOf(total.highMinor),
    });
    yield;
  }
  return points;
}

/** The last step before and the first step after each change of tier between neighbouring samples. */
function jumpsOf(reckoner: Reckoner, quote: ComparisonQuote, samples: readonly number[]): number[] {
  const markAt = (step: number) => {
    const total = reckoner.totalAt(quote, step);
    return `${tierMark(total)} ${costOfTotal(total) === null}`;
  };
  return samples.flatMap((step, index) => {
    const next = samples[index + 1];
    if (next === undefined || markAt(step) === markAt(next)) return [];
    let low = step;
    let high = next;
    while (high - low > 1) {
      const middle = low + Math.floor((high - low) / 2);
      if (markAt(middle) === markAt(step)) low = middle;
      else high = middle;
    }
    return [low, high];
  });
}
