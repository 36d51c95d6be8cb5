import { exactOrNull } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import type { UnitPrice } from '../../kernel/quantity.ts';
import type { Trace } from '../../kernel/trace.ts';
import { explain } from '../comparison/explain.ts';
import type { ComparisonInput, ComparisonOptions } from '../comparison/types.ts';
import { traceNextBreak } from '../pricing/trace.ts';
import { cashOptions, nextBreakInput } from './at-quantity.ts';
import { reckonerOf } from './reckoner.ts';
import { itemInput, stepSizeOf } from './subject.ts';

export interface CurveFigure {
  readonly itemId: Id | null;
  readonly quoteId: Id;
  /** As `chosenStep` of the curve. */
  readonly step: number;
  readonly figure: 'cost' | 'cash' | 'nextBreak';
  readonly holdingCostPerUnit: UnitPrice | null;
}

/** How a figure at a chosen quantity came about, by the rules that made it. Null when there is no such quote, item or figure. */
export function explainAtQuantity(
  input: ComparisonInput,
  options: ComparisonOptions,
  { itemId, quoteId, step, figure, holdingCostPerUnit }: CurveFigure,
): Trace | null {
  const subject = itemId === null ? input : itemInput(input, options, itemId);
  const item = itemId === null ? null : subject?.items[0];
  if (subject === null || item === undefined) return null;
  const reckoner = reckonerOf(subject, options, item === null ? null : stepSizeOf(item.quantity));
  if (figure === 'nextBreak') {
    const quote = subject.quotes.find(({ id }) => id === quoteId);
    const line = quote === undefined ? undefined : reckoner.totalAt(quote, step).lines[0];
    if (quote === undefined || line === undefined || item === null) return null;
    const breaks = nextBreakInput(reckoner, step, quote, line, holdingCostPerUnit);
    return breaks === null ? null : exactOrNull(() => traceNextBreak(breaks, item.unit));
  }
  const at = reckoner.optionsAt(step);
  const own = figure === 'cash' ? cashOptions(reckoner, step) : at;
  return explain(reckoner.inputAt(step), own, quoteId, figure === 'cash' ? null : itemId);
}
