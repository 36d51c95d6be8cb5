import { COST_PARTS, type CostPart } from '../quotes/terms.ts';
import { validityOn } from '../validity/validity.ts';
import type { Assumption, ComparisonOptions, ComparisonQuote, ExclusionReason, QuoteCostPart } from './types.ts';

/** Cost parts that belong to the price of an order; a sample is paid once and apart. */
export const ORDER_COST_PARTS: readonly CostPart[] = COST_PARTS.filter((part) => part !== 'sample');

/**
 * What all quotes of one comparison have in common, so that like is compared with like (PRODUCT rule 1).
 * Where no quote states something, nobody has an advantage: it is left out for all and said as an assumption. Where some
 * state it and others do not, the silent ones cannot be compared.
 */
export interface Scope {
  /** No quote says whether its prices contain VAT: compare as stated. */
  readonly taxUnstated: boolean;
  /** Cost parts that no quote mentions. */
  readonly unstatedParts: ReadonlySet<CostPart>;
  /** Basis `quoted`: the quotes rest on different tax bases or scopes, so none may be called lower than another. */
  readonly mixedBases: boolean;
}

/** Reads the common scope off the quotes that still hold and price anything. */
export function scopeOf(quotes: readonly ComparisonQuote[], options: ComparisonOptions): Scope {
  const participating = quotes.filter((quote) => !isExpired(quote, options) && quote.lines.some(hasPrice));
  return {
    taxUnstated: participating.every((quote) => quote.taxBasis === 'unknown'),
    unstatedParts: new Set(
      ORDER_COST_PARTS.filter((part) => participating.every((quote) => costOf(quote, part).basis === 'unknown')),
    ),
    mixedBases: new Set(participating.map(signatureOf)).size > 1,
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

/** Why a quote cannot be compared with the others on the chosen basis; empty when it can. Rates are judged elsewhere. */
export function exclusionsOf(quote: ComparisonQuote, scope: Scope, options: ComparisonOptions): ExclusionReason[] {
  const reasons: ExclusionReason[] = [];
  if (quote.validUntil !== null && isExpired(quote, options)) reasons.push({ code: 'expired', date: quote.validUntil });
  if (options.basis === 'quoted') {
    if (scope.mixedBases) reasons.push({ code: 'differentBasis' });
    return reasons;
  }
  if (quote.taxBasis === 'unknown' && !scope.taxUnstated) reasons.push({ code: 'taxBasisUnknown' });
  for (const part of ORDER_COST_PARTS) {
    const unknown = costOf(quote, part).basis === 'unknown';
    if (unknown && !scope.unstatedParts.has(part)) reasons.push({ code: 'costUnknown', part });
  }
  return reasons;
}

/** What the whole comparison takes for granted, to be said beside its result. */
export function assumptionsOf(scope: Scope, options: ComparisonOptions): Assumption[] {
  const assumptions: Assumption[] = [];
  if (options.basis === 'quoted') {
    assumptions.push({ code: scope.mixedBases ? 'mixedBases' : 'quotedAsStated' });
  } else {
    assumptions.push(
      scope.taxUnstated ? { code: 'taxBasisUnstated' } : { code: options.vatRecoverable ? 'net' : 'gross' },
    );
    for (const part of scope.unstatedParts) assumptions.push({ code: 'costUnstated', part });
  }
  if (options.quantityPercent !== 100) assumptions.push({ code: 'quantity', percent: options.quantityPercent });
  return assumptions;
}

function isExpired(quote: ComparisonQuote, { asOf }: ComparisonOptions): boolean {
  return validityOn(quote.validUntil, asOf).state === 'expired';
}

function hasPrice(line: ComparisonQuote['lines'][number]): boolean {
  return line.unitPrice !== null || line.breaks.length > 0;
}

function signatureOf(quote: ComparisonQuote): string {
  const costs = ORDER_COST_PARTS.map((part) => costOf(quote, part).basis);
  return JSON.stringify([quote.taxBasis, quote.taxBasis === 'none' ? null : quote.vatRateBp, costs]);
}
