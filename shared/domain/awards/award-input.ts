import type { Id } from '../../kernel/ids.ts';
import { reckoningOf, stateOf } from '../comparison/compare.ts';
import { estimateOf } from '../comparison/estimate.ts';
import { type QuoteTotal, quoteTotal } from '../comparison/quote-total.ts';
import type { Scope } from '../comparison/scope.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote } from '../comparison/types.ts';
import type { FoundRate } from '../exchange-rates/exchange-rates.ts';
import { tiersOf } from '../pricing/tiers.ts';
import type { TaxTerms } from '../tax/tax.ts';
import type { AwardInput, AwardItem, AwardOffer, AwardSupplier, ExactRate, LeftOutOfAward } from './types.ts';

/** A budget as far as it can be held against an award. */
export interface Budget {
  readonly minor: number | null;
  readonly currency: string;
}

/**
 * What the comparison's quotes offer for an award: only comparable, unexpired quotes and, of these, only lines that can be
 * ordered at the need. What is left out is listed with its reason. A landed basis falls back to the comparable one, which the result
 * names: how goods travel hangs on everything that is shipped together, so it gives no price a line.
 */
export function awardInputOf(input: ComparisonInput, given: ComparisonOptions, budget: Budget): AwardInput {
  const basis = given.basis === 'quoted' ? 'quoted' : 'comparable';
  const options: ComparisonOptions = { ...given, basis };
  const reckoning = reckoningOf(input, options);
  const { scope, needs } = reckoning;
  const estimate = estimateOf(input, needs, reckoning.rates, options);
  const totals = input.quotes.map((quote) => quoteTotal(quote, reckoning)).map(withOpenCosts);
  const usable = totals.filter((total) => stateOf(total) !== 'excluded' && total.rate !== null);
  const orderable = (index: number) => usable.some(({ lines }) => lines[index]?.order?.state === 'orderable');
  const kept = input.items.flatMap((_, index) => (needs[index] !== null && orderable(index) ? [index] : []));
  const suppliers = usable.flatMap((total) => supplierOf(total, kept, scope, options) ?? []);

  return {
    currency: options.currency,
    basis,
    items: kept.flatMap((index): AwardItem[] => {
      const item = input.items[index];
      const need = needs[index] ?? null;
      if (item === undefined || need === null) return [];
      const { id: itemId, lineNo, nameEn, nameZh, unit } = item;
      return [{ itemId, lineNo, nameEn, nameZh, unit, need, estimateMinor: estimate.shares[index] ?? null }];
    }),
    suppliers,
    leftOut: leftOut(input, totals, needs, kept),
    itemsLeftOut: input.items
      .filter((_, index) => !kept.includes(index))
      .map(({ id: itemId, lineNo, nameEn, nameZh }) => ({ itemId, lineNo, nameEn, nameZh })),
    budgetMinor:
      budget.currency === options.currency && options.quantityPercent === 100 && kept.length === input.items.length
        ? budget.minor
        : null,
  };
}

/** A cost that is known only between bounds gives an award no amount to sign: the quote waits until it is known. */
function withOpenCosts(total: QuoteTotal): QuoteTotal {
  const open = total.ledger.filter(({ state, counted, lowMinor, highMinor }) => {
    return counted && state === 'range' && lowMinor !== highMinor;
  });
  if (open.length === 0) return total;
  return {
    ...total,
    exclusions: [...total.exclusions, ...open.map(({ part }) => ({ code: 'costUnknown' as const, part }))],
  };
}

function supplierOf(
  total: QuoteTotal,
  kept: readonly number[],
  scope: Scope,
  options: ComparisonOptions,
): AwardSupplier | null {
  const { quote, rate, lines, low } = total;
  const offers = kept.map((index): AwardOffer | null => {
    const quoted = lines[index];
    if (quoted?.line === null || quoted?.line === undefined || quoted.order?.state !== 'orderable') return null;
    const { moq, orderMultiple: multiple } = quoted.line;
    return { moq, multiple, tiers: tiersOf({ ...quoted.line, multiple }) };
  });
  if (rate === null || offers.every((offer) => offer === null)) return null;
  return {
    supplierId: quote.supplierId,
    quoteId: quote.id,
    nameEn: quote.supplierNameEn,
    nameZh: quote.supplierNameZh,
    leadTimeDays: quote.leadTimeDays,
    minimumValueMinor: quote.minimumValueMinor,
    currency: quote.currency,
    fixedMinor: low.extrasMinor,
    tax: taxTermsOf(quote, scope, options),
    rate: exactRate(rate),
    offers,
  };
}

/** The tax step of the comparison: none on the quoted basis and where no quote states its tax. */
function taxTermsOf(quote: ComparisonQuote, scope: Scope, options: ComparisonOptions): TaxTerms | null {
  if (options.basis === 'quoted' || scope.taxUnstated) return null;
  return {
    taxBasis: quote.taxBasis,
    vatRateBp: quote.vatRateBp,
    vatRecoverable: options.vatRecoverable,
    noInvoice: false,
    invoiceSurchargeBp: null,
  };
}

function exactRate({ from, to, numerator, denominator }: FoundRate): ExactRate {
  return { from, to, numerator: numerator.toString(), denominator: denominator.toString() };
}

function leftOut(
  input: ComparisonInput,
  totals: readonly QuoteTotal[],
  needs: readonly (number | null)[],
  kept: readonly number[],
): LeftOutOfAward[] {
  const quotes = totals.flatMap(({ quote, exclusions, pricedCount, lines }): LeftOutOfAward[] => {
    const named = { supplierId: quote.supplierId, nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
    if (exclusions.length > 0) return [{ code: 'quote', ...named, reasons: exclusions }];
    const without = (state: 'noPrice' | 'other'): Id[] =>
      kept.flatMap((index) => {
        const order = lines[index]?.order ?? null;
        const id = input.items[index]?.id;
        if (id === undefined || order === null || order.state === 'orderable') return [];
        return (order.reason === 'noPrice') === (state === 'noPrice') ? [id] : [];
      });
    const noPrice = pricedCount === 0 ? kept.flatMap((index) => input.items[index]?.id ?? []) : without('noPrice');
    const cannot = pricedCount === 0 ? [] : without('other');
    return [
      ...(noPrice.length > 0
        ? [{ code: 'line' as const, ...named, itemIds: noPrice, reason: 'noPrice' as const }]
        : []),
      ...(cannot.length > 0
        ? [{ code: 'line' as const, ...named, itemIds: cannot, reason: 'cannotBeOrdered' as const }]
        : []),
    ];
  });
  const items = input.items.flatMap(({ id }, index): LeftOutOfAward[] => {
    if (needs[index] === null) return [{ code: 'item', itemId: id, reason: 'noQuantity' }];
    return kept.includes(index) ? [] : [{ code: 'item', itemId: id, reason: 'noOffer' }];
  });
  return [...quotes, ...items];
}
