import { timesBasisPoints, timesRatio } from '../../kernel/rate.ts';

/**
 * The buying agent's fee: `max(minimum, rate × (goods + domestic freight))` (DOMAIN 2.3), minor units of one currency.
 */
export function agentFee(goodsAndFreightMinor: number, rateBp: number, minimumMinor: number): number {
  return Math.max(minimumMinor, timesBasisPoints(goodsAndFreightMinor, rateBp));
}

/**
 * Premium of an insurance over 110 % of the insured value, itself included: `CIF = CFR / (1 - 1.1 r)`, premium = CIF - CFR (DOMAIN 3;
 * ICC Incoterms 2020 A5). `ratePpm` per million.
 * Errors: RangeError for a rate outside 0 to 50 %.
 */
export function insurancePremium(cfrMinor: number, ratePpm: number): number {
  if (!Number.isInteger(ratePpm) || ratePpm < 0 || ratePpm > 500_000) {
    throw new RangeError(`insurance rate outside 0 to 50 %: ${ratePpm}`);
  }
  const covered = 11 * ratePpm;
  return timesRatio(cfrMinor, covered, 10_000_000 - covered);
}

/**
 * Customs' own fee on the customs value, within its bounds: the US merchandise processing fee is 0.3464 % with a minimum and a
 * maximum an entry, the harbour fee 0.125 % without (19 CFR 24.23, 24.24).
 */
export function userFee(
  customsValueMinor: number,
  ratePpm: number,
  minimumMinor: number | null,
  maximumMinor: number | null,
): number {
  const fee = Math.max(timesRatio(customsValueMinor, ratePpm, 1_000_000), minimumMinor ?? 0);
  return maximumMinor === null ? fee : Math.min(fee, maximumMinor);
}
