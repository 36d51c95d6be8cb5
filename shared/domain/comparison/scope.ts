import { findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { COST_PARTS, type CostPart } from '../quotes/terms.ts';
import { validityOn } from '../validity/validity.ts';
import { type DeliveryScope, deliversAlike, deliveryScopeOf } from './delivery.ts';
import type { Assumption, ComparisonOptions, ComparisonQuote, ExclusionReason, QuoteCostPart } from './types.ts';

/** Cost parts that belong to the price of an order; a sample is paid once and apart. */
export const ORDER_COST_PARTS: readonly CostPart[] = COST_PARTS.filter((part) => part !== 'sample');

/**
 * What all quotes of one comparison have in common, so that like is compared with like (PRODUCT rule 1).
 * Where no quote states something, nobody has an advantage: it is left out for all and said as an assumption. Where some
 * state it and others do not, the silent ones cannot be compared. Only quotes that could take part have a say: one that is
 * expired, prices nothing or has no exchange rate moves no other.
 */
export interface Scope {
  /** No quote could take part: nothing is compared, so nothing is assumed. */
  readonly empty: boolean;
  /** No quote says whether its prices contain VAT: compare as stated. */
  readonly taxUnstated: boolean;
  /** Cost parts that no quote mentions. */
  readonly unstatedParts: ReadonlySet<CostPart>;
  /** Basis `quoted`: the quotes rest on different tax bases or scopes, so none may be called lower than another. */
  readonly mixedBases: boolean;
  readonly delivery: DeliveryScope;
}

export function scopeOf(quotes: readonly ComparisonQuote[], rates: RateIndex, options: ComparisonOptions): Scope {
  const participating = quotes.filter(
    (quote) =>
      !isExpired(quote, options) &&
      pricesAnything(quote) &&
      findRate(rates, quote.currency, options.currency, options.asOf).state === 'found',
  );
  const meanings = new Set(participating.map((quote) => quotedMeaning(quote, options)));
  return {
    empty: participating.length === 0,
    taxUnstated: participating.every((quote) => quote.taxBasis === 'unknown'),
    unstatedParts: new Set(
      ORDER_COST_PARTS.filter((part) => participating.every((quote) => costOf(quote, part).basis === 'unknown')),
    ),
    mixedBases: meanings.size > 1,
    delivery: deliveryScopeOf(participating),
  };
}

/** The quote's statement on a cost part; one it does not mention is unknown. An extra without an amount is unknown too. */
export function costOf(quote: ComparisonQuote, part: CostPart): QuoteCostPart {
  const stated = quote.costs.find((cost) => cost.part === part);
  if (stated === undefined || (stated.basis === 'extra' && stated.amountMinor === null)) {
    return { part, basis: 'unknown', amountMinor: null };
  }
  return stated;
}

/**
 * Why a quote cannot be compared with the others on the chosen basis; empty when it can. One that prices nothing is merely
 * incomplete, whatever else it leaves open. Exchange rates and VAT rates are judged where they are needed.
 */
export function exclusionsOf(quote: ComparisonQuote, scope: Scope, options: ComparisonOptions): ExclusionReason[] {
  const reasons: ExclusionReason[] = [];
  if (quote.validUntil !== null && isExpired(quote, options)) reasons.push({ code: 'expired', date: quote.validUntil });
  if (!pricesAnything(quote)) return reasons;
  if (options.basis === 'quoted') {
    if (scope.mixedBases) reasons.push({ code: 'differentBasis' });
  } else {
    if (quote.taxBasis === 'unknown' && !scope.taxUnstated) reasons.push({ code: 'taxBasisUnknown' });
    for (const part of ORDER_COST_PARTS) {
      const unknown = costOf(quote, part).basis === 'unknown';
      if (unknown && !scope.unstatedParts.has(part)) reasons.push({ code: 'costUnknown', part });
    }
  }
  if (!deliversAlike(quote.incoterm, scope.delivery)) {
    reasons.push(
      quote.incoterm === null ? { code: 'tradeTermUnknown' } : { code: 'differentTradeTerm', term: quote.incoterm },
    );
  }
  return reasons;
}

/** What the whole comparison takes for granted, to be said beside its result. */
export function assumptionsOf(scope: Scope, options: ComparisonOptions): Assumption[] {
  const assumptions: Assumption[] = [];
  if (!scope.empty) {
    if (options.basis === 'quoted') {
      assumptions.push({ code: scope.mixedBases ? 'mixedBases' : 'quotedAsStated' });
    } else {
      const counted = options.vatRecoverable ? 'net' : 'gross';
      assumptions.push({ code: scope.taxUnstated ? 'taxBasisUnstated' : counted });
      for (const part of scope.unstatedParts) assumptions.push({ code: 'costUnstated', part });
    }
    const { stretch, terms } = scope.delivery;
    if (stretch === null) assumptions.push({ code: 'tradeTermUnstated' });
    if (terms.length > 1) assumptions.push({ code: 'tradeTermsDiffer', terms });
  }
  if (options.quantityPercent !== 100) assumptions.push({ code: 'quantity', percent: options.quantityPercent });
  return assumptions;
}

function isExpired(quote: ComparisonQuote, { asOf }: ComparisonOptions): boolean {
  return validityOn(quote.validUntil, asOf).state === 'expired';
}

function pricesAnything(quote: ComparisonQuote): boolean {
  return quote.lines.some((line) => line.unitPrice !== null || line.breaks.length > 0);
}

/**
 * What a stated price means as a cost, so that prices of one meaning may be compared as they stand: where VAT is not
 * recovered a price with VAT is the cost itself, where it is recovered a price without; a price outside VAT is both.
 */
function quotedMeaning(quote: ComparisonQuote, { vatRecoverable }: ComparisonOptions): string {
  const { taxBasis, vatRateBp } = quote;
  const isCost = taxBasis === 'none' || taxBasis === (vatRecoverable ? 'excluded' : 'included');
  const tax = isCost ? 'cost' : taxBasis === 'unknown' ? 'unknown' : vatRateBp;
  return JSON.stringify([tax, ORDER_COST_PARTS.map((part) => costOf(quote, part).basis)]);
}
