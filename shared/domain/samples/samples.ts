import { safeInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { Quantity } from '../../kernel/quantity.ts';

export const SAMPLE_VERDICTS = ['approved', 'conditional', 'rejected'] as const;
export type SampleVerdict = (typeof SAMPLE_VERDICTS)[number];

/** Whether the fee comes back with an order: nobody has said, no, or yes (from a quantity on, where one is named). */
export const FEE_REFUNDS = ['unknown', 'none', 'refundable'] as const;
export type FeeRefund = (typeof FEE_REFUNDS)[number];

/** Fewer suppliers say little about the market, more cost more than they tell (trade guide: three to five). */
export const USUAL_SUPPLIERS = { from: 3, to: 5 } as const;

export interface SampleCost {
  readonly currency: CurrencyCode;
  /** Minor units; null: unknown, which is not free of charge. */
  readonly feeMinor: number | null;
  readonly freightMinor: number | null;
  readonly feeRefund: FeeRefund;
}

export interface RoundCost {
  readonly currency: CurrencyCode;
  readonly feeMinor: number;
  readonly freightMinor: number;
  readonly totalMinor: number;
  /** What of the fees comes back with an order. */
  readonly refundableMinor: number;
  /** Fees and freights nobody has told: the total is at least what it says. */
  readonly unknown: number;
}

/** What a round of samples costs, in each of its currencies apart (nothing is converted), in the order they first appear. */
export function roundCosts(samples: readonly SampleCost[]): readonly RoundCost[] {
  const totals = new Map<CurrencyCode, RoundCost>();
  for (const { currency, feeMinor, freightMinor, feeRefund } of samples) {
    const before = totals.get(currency) ?? {
      currency,
      feeMinor: 0,
      freightMinor: 0,
      totalMinor: 0,
      refundableMinor: 0,
      unknown: 0,
    };
    const fee = feeMinor ?? 0;
    const freight = freightMinor ?? 0;
    totals.set(currency, {
      currency,
      feeMinor: safeInteger(before.feeMinor + fee),
      freightMinor: safeInteger(before.freightMinor + freight),
      totalMinor: safeInteger(before.totalMinor + fee + freight),
      refundableMinor: safeInteger(before.refundableMinor + (feeRefund === 'refundable' ? fee : 0)),
      unknown: before.unknown + (feeMinor === null ? 1 : 0) + (freightMinor === null ? 1 : 0),
    });
  }
  return [...totals.values()];
}

/**
 * What the fee costs at an order of `quantity` (DOMAIN 2.2): 0 where it is refundable and the quantity it asks for is reached,
 * the fee where it is not; null while fee, refund or quantity are unknown and could change the answer. Minor units.
 */
export function feeAtOrder(
  sample: { readonly feeMinor: number | null; readonly feeRefund: FeeRefund; readonly refundQuantity: Quantity | null },
  quantity: Quantity | null,
): number | null {
  const { feeMinor, feeRefund, refundQuantity } = sample;
  if (feeMinor === null || feeMinor === 0 || feeRefund === 'none') return feeMinor;
  if (feeRefund === 'unknown' || quantity === null) return null;
  return refundQuantity === null || quantity >= refundQuantity ? 0 : feeMinor;
}

/** "A" to "Z", then "AA": what stands on a sample while nobody is to know whose it is. `place` counts from 0. */
export function blindCode(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : blindCode(Math.floor(place / 26) - 1) + letter;
}

/**
 * Deals the codes of a round: in the order of a number drawn for each sample, so that neither the order of entry nor a name
 * gives a code away. `drawn` must differ from sample to sample.
 */
export function dealCodes(samples: readonly { readonly id: Id; readonly drawn: string }[]): ReadonlyMap<Id, string> {
  const order = samples.toSorted((one, other) => (one.drawn < other.drawn ? -1 : one.drawn > other.drawn ? 1 : 0));
  return new Map(order.map(({ id }, place) => [id, blindCode(place)]));
}

/** Where a sample stands on its way, by its dates; `late` when the day it is needed by has passed without it. */
export function sampleProgress(
  sample: {
    readonly requestedOn: string | null;
    readonly shippedOn: string | null;
    readonly receivedOn: string | null;
    readonly verdict: SampleVerdict | null;
  },
  neededBy: string | null,
  today: string,
): 'planned' | 'requested' | 'shipped' | 'received' | 'judged' | 'late' {
  if (sample.verdict !== null) return 'judged';
  if (sample.receivedOn !== null) return 'received';
  if (neededBy !== null && today > neededBy) return 'late';
  if (sample.shippedOn !== null) return 'shipped';
  return sample.requestedOn === null ? 'planned' : 'requested';
}
