import { exactOrNull } from '../../kernel/decimal.ts';
import type { UnitPrice } from '../../kernel/quantity.ts';
import type { QuotedLine, QuoteTotal } from '../comparison/quote-total.ts';
import { quoteTotal } from '../comparison/quote-total.ts';
import { scopeOf } from '../comparison/scope.ts';
import type { ComparisonQuote } from '../comparison/types.ts';
import { rankAmong } from '../evaluation/ranks.ts';
import { convertUnitPrice, findRate } from '../exchange-rates/exchange-rates.ts';
import { type NextBreakAdvice, type NextBreakInput, nextBreakAdvice } from '../pricing/next-break.ts';
import { effectiveUnitPrice, tiersOf } from '../pricing/tiers.ts';
import { costOfTotal, type Reckoner } from './reckoner.ts';
import type { AtQuantityOrder, AtQuantityRow } from './types.ts';

/** Every quote at one step: ranked ones from the lowest total up, then what cannot be ordered, then what cannot be compared. */
export function atQuantityRows(
  reckoner: Reckoner,
  step: number,
  holdingCostPerUnit: UnitPrice | null,
  isProject: boolean,
): AtQuantityRow[] {
  const totals = reckoner.quotes.map((quote) => reckoner.totalAt(quote, step));
  const ranked = totals.flatMap((total) => costOfTotal(total) ?? []);
  return totals
    .map((total) => rowOf(reckoner, step, total, ranked, holdingCostPerUnit, isProject))
    .sort(
      (a, b) =>
        ORDER[a.state] - ORDER[b.state] ||
        (a.state === 'ranked' ? (a.totalMinor ?? 0) - (b.totalMinor ?? 0) : 0) ||
        (a.nameEn || a.nameZh).localeCompare(b.nameEn || b.nameZh, 'en') ||
        (a.quoteId < b.quoteId ? -1 : 1),
    );
}

const ORDER = { ranked: 0, cannotBeOrdered: 1, notComparable: 2 } as const;

function rowOf(
  reckoner: Reckoner,
  step: number,
  total: QuoteTotal,
  ranked: readonly number[],
  holdingCostPerUnit: UnitPrice | null,
  isProject: boolean,
): AtQuantityRow {
  const { quote, exclusions, incomplete, lines } = total;
  const cost = costOfTotal(total);
  const own = isProject ? undefined : lines[0];
  const { currency } = reckoner.optionsAt(step);
  const order = own === undefined ? null : orderOf(own);
  const need = own?.need ?? null;
  const unitOf = (quantity: number | null) =>
    total.totalMinor === null || quantity === null || quantity === 0
      ? null
      : exactOrNull(() => effectiveUnitPrice(total.totalMinor ?? 0, quantity, currency));
  const breaks = own === undefined ? null : nextBreakInput(reckoner, step, quote, own, holdingCostPerUnit);
  const firstTier = own?.order?.state === 'cannotBeOrdered' ? own.order.firstTier : null;
  return {
    quoteId: quote.id,
    nameEn: quote.supplierNameEn,
    nameZh: quote.supplierNameZh,
    currency: quote.currency,
    state: exclusions.length > 0 ? 'notComparable' : cost === null ? 'cannotBeOrdered' : 'ranked',
    exclusions,
    incomplete,
    order,
    firstQuantity: firstTier?.minQuantity ?? null,
    raisedLines: lines.filter(({ order: one }) => one?.state === 'orderable' && (one.moqApplied || one.multipleApplied))
      .length,
    totalMinor: total.pricedCount === 0 ? null : total.totalMinor,
    cashMinor: cashOf(reckoner, step, quote),
    unitCost: unitOf(need),
    unitCostReceived: unitOf(order?.orderQuantity ?? null),
    rank: cost === null ? null : rankAmong(ranked, cost, 'lowestFirst'),
    advice: breaks === null ? null : exactOrNull<NextBreakAdvice | null>(() => nextBreakAdvice(breaks)),
  };
}

function orderOf({ order, line }: QuotedLine): AtQuantityOrder | null {
  if (order?.state !== 'orderable') return null;
  const { unitPrice, tierMinQuantity, moqApplied, multipleApplied, orderQuantity, surplus } = order;
  const { moq = null, orderMultiple: multiple = null } = line ?? {};
  return { unitPrice, tierMinQuantity, moq, multiple, moqApplied, multipleApplied, orderQuantity, surplus };
}

/** The rule of the next break for one line as it would be ordered; null where it cannot be ordered. */
export function nextBreakInput(
  reckoner: Reckoner,
  step: number,
  quote: ComparisonQuote,
  { order, line }: QuotedLine,
  holdingCostPerUnit: UnitPrice | null,
): NextBreakInput | null {
  if (order?.state !== 'orderable' || line === null) return null;
  const { orderMultiple: multiple } = line;
  return {
    orderQuantity: order.orderQuantity,
    tiers: tiersOf({ ...line, multiple }),
    multiple,
    currency: quote.currency,
    holdingCostPerUnit: inQuoteCurrency(reckoner, step, quote, holdingCostPerUnit),
  };
}

/** The holding cost in the quote's currency; null where it is not given or there is no rate for it. */
function inQuoteCurrency(
  reckoner: Reckoner,
  step: number,
  { currency }: ComparisonQuote,
  holdingCostPerUnit: UnitPrice | null,
): UnitPrice | null {
  if (holdingCostPerUnit === null) return null;
  const { currency: from, asOf } = reckoner.optionsAt(step);
  const rate = findRate(reckoner.rates, from, currency, asOf);
  return rate.state === 'found' ? exactOrNull(() => convertUnitPrice(holdingCostPerUnit, rate)) : null;
}

/** The same order with VAT in it and all stated extras: what leaves the account, whatever is compared. */
function cashOf(reckoner: Reckoner, step: number, quote: ComparisonQuote): number | null {
  const { items, quotes } = reckoner.inputAt(step);
  const options = { ...reckoner.optionsAt(step), basis: 'comparable', vatRecoverable: false } as const;
  const lines = reckoner.totalAt(quote, step).lines;
  if (lines.every(({ totalMinor }) => totalMinor === null)) return null;
  const scope = scopeOf(quotes, reckoner.rates, options);
  const needs = lines.map(({ need }) => need);
  return quoteTotal(quote, items, needs, scope, reckoner.rates, options).totalMinor;
}
