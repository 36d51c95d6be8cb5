import { safeInteger } from '../../kernel/decimal.ts';
import type { ComponentKind, LedgerEntry, TotalComponent } from './types.ts';

/** One end of a quote in its own currency: what it is compared by, and the surcharge for the invoice within it. */
export interface QuoteEnd {
  readonly comparableMinor: number;
  readonly surchargeMinor: number;
}

/** Both ends of a component, in the quote's currency. */
interface Part {
  readonly component: ComponentKind;
  readonly low: number;
  readonly high: number;
}

/**
 * What a quote's total is made of, in the comparison's currency: goods, the cost parts that count, and the tax put on or taken
 * out. The quote is converted once as a document, so its parts are shared out of the converted total by the largest
 * remainder; the high ends add the shares of what lies between the ends. Parts that are zero throughout are left out.
 */
export function componentsOf(
  goodsMinor: number,
  ledger: readonly LedgerEntry[],
  low: QuoteEnd,
  high: QuoteEnd,
  total: { readonly lowMinor: number; readonly highMinor: number },
): TotalComponent[] {
  const costs = ledger.flatMap(({ part, counted, lowMinor, highMinor }): Part[] => {
    if (!counted || lowMinor === null || highMinor === null) return [];
    const surcharge = part === 'vatInvoice';
    return [
      {
        component: part,
        low: lowMinor + (surcharge ? low.surchargeMinor : 0),
        high: highMinor + (surcharge ? high.surchargeMinor : 0),
      },
    ];
  });
  const sumOf = (end: 'low' | 'high') => costs.reduce((sum, cost) => safeInteger(sum + cost[end]), goodsMinor);
  const tax: Part = {
    component: 'tax',
    low: low.comparableMinor - sumOf('low'),
    high: high.comparableMinor - sumOf('high'),
  };
  const parts: Part[] = [{ component: 'goods', low: goodsMinor, high: goodsMinor }, ...costs, tax];
  const lows = shareSigned(
    total.lowMinor,
    parts.map((part) => part.low),
  );
  const between = shareSigned(
    safeInteger(total.highMinor - total.lowMinor),
    parts.map((part) => part.high - part.low),
  );
  return parts.flatMap(({ component }, index) => {
    const lowMinor = lows[index] ?? 0;
    const highMinor = lowMinor + (between[index] ?? 0);
    return component !== 'goods' && lowMinor === 0 && highMinor === 0 ? [] : [{ component, lowMinor, highMinor }];
  });
}

/**
 * Splits `total` in the proportions of `parts`, which may be negative and need not sum to it: each share is rounded down and
 * what is left goes one unit each to the largest fractions, ties to the lowest index (largest remainder). Where the parts sum
 * to zero the first takes all.
 */
export function shareSigned(total: number, parts: readonly number[]): number[] {
  const sum = parts.reduce((all, part) => safeInteger(all + part), 0);
  if (sum === total) return [...parts];
  if (sum === 0) return parts.map((_, index) => (index === 0 ? total : 0));
  const divisor = BigInt(Math.abs(sum));
  const sign = sum < 0 ? -1n : 1n;
  const shares: number[] = [];
  const fractions: bigint[] = [];
  let left = total;
  for (const part of parts) {
    const exact = BigInt(part) * BigInt(total) * sign;
    const rest = ((exact % divisor) + divisor) % divisor;
    const share = Number((exact - rest) / divisor);
    shares.push(share);
    fractions.push(rest);
    left -= share;
  }
  const order = fractions.map((_, index) => index).sort((a, b) => compareDown(fractions[a], fractions[b]) || a - b);
  for (const index of order.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}

function compareDown(a: bigint = 0n, b: bigint = 0n): number {
  return a === b ? 0 : a > b ? -1 : 1;
}
