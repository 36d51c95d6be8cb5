import type { ComparedQuote, Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Waterfall, WaterfallPart } from '../../../shared/domain/waterfall/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { WaterfallBar } from '../../charts/chart-types.ts';

/** The two quotes asked for by their suppliers; else the second rank against the first. Null with fewer than two quotes. */
export function pairOf(
  { quotes }: Pick<Comparison, 'quotes'>,
  firstSupplier: Id | undefined,
  secondSupplier: Id | undefined,
): { readonly first: ComparedQuote; readonly second: ComparedQuote } | null {
  const of = (supplierId: Id | undefined) => quotes.find(({ quote }) => quote.supplierId === supplierId);
  const second = of(secondSupplier) ?? quotes.find((one) => one !== of(firstSupplier));
  const first = of(firstSupplier) ?? quotes.find((one) => one !== second);
  return first === undefined || second === undefined || first === second ? null : { first, second };
}

export interface BarTexts {
  readonly first: string;
  readonly second: string;
  readonly part: (part: WaterfallPart) => string;
  readonly total: (low: number, high: number) => string;
  readonly difference: (low: number, high: number) => string;
}

/**
 * Bars from the first total to the second. With ranges the low end of every step leads from the high end of the first total to the
 * low end of the second; how far each may reach instead is drawn open.
 */
export function barsOf({ first, second, steps }: Waterfall, texts: BarTexts): WaterfallBar[] {
  const open = (end: number, other: number) => (end === other ? null : other);
  let at = first.total.highMinor;
  const bars: WaterfallBar[] = [
    {
      id: 'first',
      label: texts.first,
      from: 0,
      to: at,
      openTo: open(at, first.total.lowMinor),
      kind: 'total',
      figure: texts.total(first.total.lowMinor, first.total.highMinor),
    },
  ];
  for (const { part, difference } of steps) {
    const { lowMinor, highMinor } = difference;
    if (lowMinor === 0 && highMinor === 0) continue;
    bars.push({
      id: part,
      label: texts.part(part),
      from: at,
      to: at + lowMinor,
      openTo: open(at + lowMinor, at + highMinor),
      kind: lowMinor < 0 ? 'less' : 'more',
      figure: texts.difference(lowMinor, highMinor),
    });
    at += lowMinor;
  }
  bars.push({
    id: 'second',
    label: texts.second,
    from: 0,
    to: second.total.lowMinor,
    openTo: open(second.total.lowMinor, second.total.highMinor),
    kind: 'total',
    figure: texts.total(second.total.lowMinor, second.total.highMinor),
  });
  return bars;
}
