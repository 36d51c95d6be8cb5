import type { CostingAssumptions } from '../costing/costing.ts';
import { findRate, type RateIndex } from '../exchange-rates/exchange-rates.ts';
import { isOnTheWay } from '../landed-cost/of-quote.ts';
import { COST_PARTS, type CostPart, SUPPLIER_CHARGES } from '../quotes/terms.ts';
import { validityOn } from '../validity/validity.ts';
import { type DeliveryScope, deliversAlike, deliveryScopeOf } from './delivery.ts';
import { type BoundsIn, figureOf, isStated } from './ledger.ts';
import {
  type Assumption,
  type ComparisonOptions,
  type ComparisonQuote,
  type ExclusionReason,
  isLanded,
  type LedgerEntry,
} from './types.ts';

/** Cost parts that belong to the price of an order; a sample is paid once and apart. */
const ORDER_COST_PARTS: readonly CostPart[] = COST_PARTS.filter((part) => part !== 'sample');

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
  /** Cost parts that no quote states and for which the project gives no bounds. */
  readonly unstatedParts: ReadonlySet<CostPart>;
  /** Cost parts that some quotes leave to the project's bounds. */
  readonly boundedParts: ReadonlySet<CostPart>;
  /** Basis `quoted`: the quotes rest on different tax bases or scopes, so none may be called lower than another. */
  readonly mixedBases: boolean;
  readonly delivery: DeliveryScope;
}

export function scopeOf(
  quotes: readonly ComparisonQuote[],
  rates: RateIndex,
  bounds: BoundsIn,
  options: ComparisonOptions,
): Scope {
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
      ORDER_COST_PARTS.filter((part) => participating.every((quote) => !isStated(quote, part, bounds))),
    ),
    boundedParts: new Set(
      ORDER_COST_PARTS.filter((part) =>
        participating.some((quote) => figureOf(quote, part, bounds).source === 'assumed'),
      ),
    ),
    mixedBases: meanings.size > 1,
    delivery: deliveryScopeOf(participating),
  };
}

/**
 * Why a quote cannot be compared with the others on the chosen basis; empty when it can. One that prices nothing is merely
 * incomplete, whatever else it leaves open. Exchange rates and VAT rates are judged where they are needed.
 */
export function exclusionsOf(
  quote: ComparisonQuote,
  ledger: readonly LedgerEntry[],
  scope: Scope,
  options: ComparisonOptions,
): ExclusionReason[] {
  const reasons: ExclusionReason[] = [];
  if (quote.validUntil !== null && isExpired(quote, options)) reasons.push({ code: 'expired', date: quote.validUntil });
  if (!pricesAnything(quote)) return reasons;
  if (options.basis === 'quoted') {
    if (scope.mixedBases) reasons.push({ code: 'differentBasis' });
  } else {
    if (quote.taxBasis === 'unknown' && !scope.taxUnstated) reasons.push({ code: 'taxBasisUnknown' });
    for (const { part, state, counted } of ledger) {
      // What is open on the way the landed cost itself says.
      const isOwn = isLanded(options.basis) && isOnTheWay(part);
      if (counted && state === 'open' && !isOwn) reasons.push({ code: 'costUnknown', part });
    }
  }
  if (!isLanded(options.basis) && !deliversAlike(quote.incoterm, scope.delivery)) {
    reasons.push(
      quote.incoterm === null ? { code: 'tradeTermUnknown' } : { code: 'differentTradeTerm', term: quote.incoterm },
    );
  }
  return reasons;
}

/** What the whole comparison takes for granted, to be said beside its result. */
export function assumptionsOf(
  scope: Scope,
  { point, capitalRateBp }: CostingAssumptions,
  options: ComparisonOptions,
): Assumption[] {
  const assumptions: Assumption[] = [];
  if (!scope.empty) {
    if (options.basis === 'quoted') {
      assumptions.push({ code: scope.mixedBases ? 'mixedBases' : 'quotedAsStated' });
    } else {
      const counted = options.vatRecoverable ? 'net' : 'gross';
      assumptions.push({ code: scope.taxUnstated ? 'taxBasisUnstated' : counted });
      for (const part of SUPPLIER_CHARGES) {
        const isOwn = isLanded(options.basis) && isOnTheWay(part);
        if (scope.unstatedParts.has(part) && !isOwn) assumptions.push({ code: 'costUnstated', part });
      }
      for (const part of scope.boundedParts) assumptions.push({ code: 'costBounded', part });
    }
    if (isLanded(options.basis)) {
      assumptions.push({ code: 'carriedTo', point });
      if (options.basis === 'landedTiming' && capitalRateBp !== null) {
        assumptions.push({ code: 'paymentTiming', rateBp: capitalRateBp });
      }
    } else {
      const { stretch, terms } = scope.delivery;
      if (stretch === null) assumptions.push({ code: 'tradeTermUnstated' });
      if (terms.length > 1) assumptions.push({ code: 'tradeTermsDiffer', terms });
    }
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
  return JSON.stringify([tax, ORDER_COST_PARTS.map((part) => saidOf(quote, part))]);
}

/** What the quote itself says of a part; an extra without an amount says nothing. */
function saidOf(quote: ComparisonQuote, part: CostPart): string {
  const { state, source } = figureOf(quote, part, NO_BOUNDS);
  return source === 'stated' && state !== 'range' ? state : 'unknown';
}

const NO_BOUNDS: BoundsIn = () => new Map();
