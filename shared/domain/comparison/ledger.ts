import { divideRounded, safeInteger } from '../../kernel/decimal.ts';
import { type CurrencyCode, lineTotal } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';
import { convertMinor, convertUnitPrice, findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { COST_PARTS, type CostMeasure, type CostPart } from '../quotes/terms.ts';
import { byTermOf, isLeg } from './by-term.ts';
import type {
  ComparisonBasis,
  ComparisonOptions,
  ComparisonQuote,
  CostBound,
  LedgerEntry,
  QuoteCostPart,
} from './types.ts';
import { isLanded } from './types.ts';

/** What a cost of a quote comes to, before it is reckoned for an order. */
export interface CostFigure {
  readonly state: LedgerEntry['state'];
  readonly source: LedgerEntry['source'];
  readonly byTerm: LedgerEntry['byTerm'];
  readonly measure: CostMeasure;
  /** In the scale of the measure; equal ends for what is known, null where it is open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly overQuantity: Quantity | null;
}

/** The project's bounds in each quote's currency. */
export type BoundsIn = (currency: CurrencyCode) => ReadonlyMap<CostPart, CostBound>;

/** Bounds given in the project's currency, converted like any document; without a rate they say nothing. */
export function boundsIn(
  bounds: readonly CostBound[],
  from: CurrencyCode,
  rates: RateIndex,
  { asOf }: Pick<ComparisonOptions, 'asOf'>,
): BoundsIn {
  const known = new Map<CurrencyCode, ReadonlyMap<CostPart, CostBound>>();
  return (currency) => {
    const before = known.get(currency);
    if (before !== undefined) return before;
    const rate = findRate(rates, from, currency, asOf);
    const converted = new Map<CostPart, CostBound>();
    for (const bound of bounds) {
      if (bound.measure === 'rate') converted.set(bound.part, bound);
      else if (rate.state === 'found') {
        const inQuote = (figure: number) =>
          bound.measure === 'unit' ? convertUnitPrice(figure, rate) : convertMinor(figure, rate);
        converted.set(bound.part, { ...bound, low: inQuote(bound.low), high: inQuote(bound.high) });
      }
    }
    known.set(currency, converted);
    return converted;
  };
}

/**
 * What is known of a cost part of a quote: its own statement first, then what its trade term implies, then the project's
 * bounds (DOMAIN 2.6). An extra without an amount, and an unknown without bounds, leave it to the project's bounds.
 */
export function figureOf(quote: ComparisonQuote, part: CostPart, bounds: BoundsIn): CostFigure {
  const byTerm = byTermOf(quote.incoterm, part);
  const stated = quote.costs.find((cost) => cost.part === part);
  const none = { byTerm, measure: 'order', low: 0, high: 0, overQuantity: null } as const;
  if (stated?.basis === 'included') return { ...none, state: 'included', source: 'stated' };
  const ends = stated === undefined ? null : statedEnds(stated);
  if (stated !== undefined && ends !== null) {
    const { basis, measure = 'order', overQuantity = null } = stated;
    return { byTerm, state: basis === 'extra' ? 'extra' : 'range', source: 'stated', measure, ...ends, overQuantity };
  }
  if (stated === undefined && byTerm === 'included') return { ...none, state: 'included', source: 'byTerm' };
  const bound = bounds(quote.currency).get(part);
  if (bound !== undefined) {
    const { measure, low, high } = bound;
    return {
      byTerm,
      state: 'range',
      source: 'assumed',
      measure,
      low,
      high,
      overQuantity: stated?.overQuantity ?? null,
    };
  }
  // A price with or without VAT says by itself whether an invoice comes with it; who needs no agent pays none.
  if (stated === undefined && part === 'vatInvoice') return { ...none, state: 'included', source: 'byTerm' };
  if (stated === undefined && part === 'agentFee') return { ...none, state: 'none', source: 'open' };
  return { ...none, state: 'open', source: 'open', low: null, high: null };
}

/** Whether the quote itself or the project says what a part is; what the term implies is no statement. */
export function isStated(quote: ComparisonQuote, part: CostPart, bounds: BoundsIn): boolean {
  const { source } = figureOf(quote, part, bounds);
  return source === 'stated' || source === 'assumed';
}

/** What an order is reckoned by: its goods in the quote's currency and the units ordered. */
export interface OrderFacts {
  readonly currency: CurrencyCode;
  readonly goodsMinor: number;
  readonly units: Quantity;
}

/** What the whole comparison leaves out, because no quote states it. */
export interface Counting {
  readonly basis: ComparisonBasis;
  readonly unstatedParts: ReadonlySet<CostPart>;
}

/**
 * The ledger of a quote for an order: every cost part with its ends in minor units. `settled` sets one part to an end, to try
 * what an answer would bring. An agent's fee is a rate of goods and domestic freight (DOMAIN 2.3), any other rate of goods
 * alone; a rate for the VAT invoice is charged on the net amount by the tax step, so its entry holds no amount here.
 */
export function ledgerOf(
  quote: ComparisonQuote,
  order: OrderFacts,
  counting: Counting,
  bounds: BoundsIn,
  settled: { readonly part: CostPart; readonly figure: number } | null = null,
): LedgerEntry[] {
  let freight = { low: 0, high: 0 };
  return COST_PARTS.map((part) => {
    const figure = figureOf(quote, part, bounds);
    const { state, source, byTerm } = figure;
    const counted = isCounted(part, figure, counting);
    const { low, high } = settled?.part === part ? { low: settled.figure, high: settled.figure } : figure;
    if (low === null || high === null) return { part, state, source, byTerm, counted, lowMinor: null, highMinor: null };
    const base = part === 'agentFee' ? freight : { low: 0, high: 0 };
    const lowMinor = amountOf(part, figure, low, safeInteger(order.goodsMinor + base.low), order);
    const highMinor = amountOf(part, figure, high, safeInteger(order.goodsMinor + base.high), order);
    if (part === 'domesticFreight' && counted) freight = { low: lowMinor, high: highMinor };
    return { part, state, source, byTerm, counted, lowMinor, highMinor };
  });
}

/** The invoice surcharge of a quote as a rate of the net amount, both ends; zero where it is stated otherwise. */
export function surchargeRate(
  quote: ComparisonQuote,
  counting: Counting,
  bounds: BoundsIn,
  settled: { readonly part: CostPart; readonly figure: number } | null = null,
): { readonly lowBp: number; readonly highBp: number } {
  const figure = figureOf(quote, 'vatInvoice', bounds);
  if (figure.measure !== 'rate' || figure.low === null || figure.high === null) return { lowBp: 0, highBp: 0 };
  if (!isCounted('vatInvoice', figure, counting)) return { lowBp: 0, highBp: 0 };
  if (settled?.part === 'vatInvoice') return { lowBp: settled.figure, highBp: settled.figure };
  return { lowBp: figure.low, highBp: figure.high };
}

function amountOf(
  part: CostPart,
  { measure, overQuantity }: CostFigure,
  figure: number,
  base: number,
  { currency, units }: OrderFacts,
): number {
  switch (measure) {
    case 'unit':
      return lineTotal(units, figure, currency);
    case 'rate':
      return part === 'vatInvoice' ? 0 : divideRounded(BigInt(base) * BigInt(figure), 10_000n);
    case 'order':
      if (part !== 'tooling' || overQuantity === null || overQuantity === 0 || units >= overQuantity) return figure;
      return divideRounded(BigInt(figure) * BigInt(units), BigInt(overQuantity));
  }
}

/**
 * What the basis compares. On the comparable one: what a supplier charges until his trade term hands the goods over. A leg the
 * buyer pays lies beyond; a leg no term speaks of counts as soon as somebody states it. On the landed ones the legs a quote
 * leaves to the buyer are the costing's, not the ledger's.
 */
function isCounted(part: CostPart, { byTerm, state }: CostFigure, { basis, unstatedParts }: Counting): boolean {
  if (basis === 'quoted' || part === 'sample') return false;
  if (isLanded(basis) && isLeg(part) && byTerm !== null) return state !== 'open';
  if (part === 'domesticFreight' || !isLeg(part)) return !unstatedParts.has(part);
  return byTerm === 'included' || (byTerm === null && !unstatedParts.has(part));
}

function statedEnds(cost: QuoteCostPart): { readonly low: number; readonly high: number } | null {
  const { basis, measure = 'order', low = null, high = null } = cost;
  if (basis === 'unknown') return low === null || high === null ? null : { low, high };
  const figure =
    measure === 'order' ? cost.amountMinor : ((measure === 'unit' ? cost.unitAmount : cost.rateBp) ?? null);
  return figure === null ? null : { low: figure, high: figure };
}
