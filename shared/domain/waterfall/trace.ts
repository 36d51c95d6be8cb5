import { type CurrencyCode, toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import type { MinorRange } from '../comparison/types.ts';
import type { Waterfall, WaterfallStep } from './types.ts';

/** How one step came about: the same part of both quotes. */
export function traceWaterfallStep({ first, second, difference }: WaterfallStep, currency: CurrencyCode): Trace {
  return {
    rule: 'waterfallStep',
    version: 1,
    formula: 'difference = second - first',
    inputs: [ends('first', first, currency), ends('second', second, currency)],
    result: ends('difference', difference, currency),
  };
}

/** The whole difference as the sum of its steps. */
export function traceWaterfall({ first, second, difference, steps, currency }: Waterfall): Trace {
  return {
    rule: 'waterfall',
    version: 1,
    formula: 'difference = second - first',
    inputs: [
      ends('first', first.total, currency),
      ends('second', second.total, currency),
      ...steps.map((step) => ends(`waterfall.${step.part}`, step.difference, currency)),
    ],
    result: ends('difference', difference, currency),
  };
}

function ends(name: string, { lowMinor, highMinor }: MinorRange, currency: CurrencyCode): TraceValue {
  const low = toDecimalString({ minor: lowMinor, currency });
  if (lowMinor === highMinor) return { name, value: low, unit: currency };
  return { name, value: `${low} … ${toDecimalString({ minor: highMinor, currency })}`, unit: currency };
}
