import { safeInteger } from '../../kernel/decimal.ts';
import type { CurrencyCode } from '../../kernel/money.ts';
import type { LedgerEntry } from '../comparison/types.ts';
import type { CostingAssumptions } from '../costing/costing.ts';
import type { FoundRate } from '../exchange-rates/exchange-rates.ts';
import { LOGISTIC_PARTS } from '../incoterms/parts.ts';
import { type Milestone, milestoneFault } from '../payments/milestones.ts';
import { parsePaymentTerms } from '../payments/parse-terms.ts';
import type { CostPart, TradeTerm } from '../quotes/terms.ts';
import type { LandedInput, LandedLine, LandedTiming, MinorRange, PartSource, StatedParts } from './types.ts';

/** What a reckoned quote has to say to a landed cost. */
export interface QuoteFacts {
  readonly currency: CurrencyCode;
  readonly term: TradeTerm | null;
  readonly goodsMinor: number;
  readonly ledger: readonly LedgerEntry[];
  /** One per item; goods of a line in the quote's currency as quoted. */
  readonly lines: readonly (LandedLine | null)[];
  /** Brings an amount as quoted to the tax basis that counts; null when that cannot be told. */
  readonly level: (minor: number) => number | null;
}

/**
 * The input of a landed cost from a quote's ledger: a cost the supplier charges for the way of the goods stands as such, all
 * other costs he charges with the order are one sum, and what only the trade term speaks of is left to the term. Null when the
 * tax basis of the quote cannot be levelled.
 */
export function landedInputOf(
  quote: QuoteFacts,
  currency: CurrencyCode,
  costing: CostingAssumptions,
  rateOf: (from: CurrencyCode) => FoundRate | null,
  timing: LandedTiming | null,
): LandedInput | null {
  const goodsMinor = quote.level(quote.goodsMinor);
  const stated = statedParts(quote);
  const extras = sumOfExtras(quote);
  if (goodsMinor === null || stated === null || extras === null) return null;
  return {
    currency,
    quoteCurrency: quote.currency,
    lines: quote.lines,
    goodsMinor,
    supplierExtras: extras,
    term: quote.term,
    place: {},
    parts: stated,
    costing,
    rates: {
      quote: rateOf(quote.currency),
      origin: rateOf(costing.originCurrency),
      freight: rateOf(costing.freightCurrency),
      destination: rateOf(costing.destinationCurrency),
    },
    timing,
  };
}

/** How a quote is paid: its instalments where they are typed, else its words where they are understood. */
export function milestonesOf(
  payments: readonly Omit<Milestone, 'endOfMonth'>[] | undefined,
  paymentTerms: string,
): Milestone[] | null {
  if (payments === undefined || payments.length === 0) return parsePaymentTerms(paymentTerms);
  const milestones = payments.map((payment) => ({ ...payment, endOfMonth: false }));
  return milestoneFault(milestones) === null ? milestones : null;
}

/** Whether a cost part belongs to the way of the goods, which the costing carries where a quote does not. */
export function isOnTheWay(part: CostPart): boolean {
  return ON_THE_WAY.has(part);
}

const ON_THE_WAY: ReadonlySet<CostPart> = new Set([
  ...LOGISTIC_PARTS.filter((part) => part !== 'destinationTerminal' && part !== 'importClearance'),
  'agentFee',
]);

function statedParts({ ledger, level }: QuoteFacts): StatedParts | null {
  const stated: { -readonly [Part in keyof StatedParts]: StatedParts[Part] } = {};
  for (const { part, state, source, counted, byTerm, lowMinor, highMinor } of ledger) {
    if (!isOnTheWay(part)) continue;
    const name = [...LOGISTIC_PARTS, 'agentFee' as const].find((one) => one === part);
    if (name === undefined) continue;
    if (lowMinor === null || highMinor === null) {
      // A cost no term speaks of and this quote leaves open, while others state it.
      if (byTerm === null && counted) stated[name] = { state: 'unknown' };
    } else if (source === 'stated' || source === 'assumed') {
      const amount = levelled({ low: lowMinor, high: highMinor }, level);
      if (amount === null) return null;
      const said: PartSource = state === 'included' ? { state: 'included' } : { state: 'extra', amount };
      stated[name] = said;
    }
  }
  return stated;
}

function sumOfExtras({ ledger, level }: QuoteFacts): MinorRange | null {
  let low = 0;
  let high = 0;
  for (const { part, counted, lowMinor, highMinor } of ledger) {
    if (!counted || isOnTheWay(part)) continue;
    low = safeInteger(low + (lowMinor ?? 0));
    high = safeInteger(high + (highMinor ?? 0));
  }
  return levelled({ low, high }, level);
}

function levelled({ low, high }: MinorRange, level: QuoteFacts['level']): MinorRange | null {
  const from = level(low);
  const to = high === low ? from : level(high);
  return from === null || to === null ? null : { low: from, high: to };
}
