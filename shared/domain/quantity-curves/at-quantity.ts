import { exactOrNull, safeInteger } from '../../kernel/decimal.ts';
import type { Quantity, UnitPrice } from '../../kernel/quantity.ts';
import { reckoningOf } from '../comparison/compare.ts';
import { type QuotedLine, type QuoteTotal, quoteTotal } from '../comparison/quote-total.ts';
import { standingsOf } from '../comparison/ranges.ts';
import { type ComparisonQuote, isLanded, type MinorRange, type Standing } from '../comparison/types.ts';
import { convertMinor, convertUnitPrice, findRate } from '../exchange-rates/exchange-rates.ts';
import { type NextBreak, type NextBreakAdvice, type NextBreakInput, nextBreakAdvice } from '../pricing/next-break.ts';
import { effectiveUnitPrice, tiersOf } from '../pricing/tiers.ts';
import { costOfTotal, type Reckoner } from './reckoner.ts';
import type { AtQuantityOrder, AtQuantityRow, UnitRange } from './types.ts';

/** Every quote at one step: ranked ones from the lowest total up, then what cannot be ordered, then what cannot be compared. */
export function atQuantityRows(
  reckoner: Reckoner,
  step: number,
  holdingCostPerUnit: UnitPrice | null,
  stepSize: Quantity | null,
): AtQuantityRow[] {
  const isProject = stepSize === null;
  const totals = reckoner.quotes.map((quote) => reckoner.totalAt(quote, step));
  const ranked = totals.filter((total) => costOfTotal(total) !== null);
  const standings = standingsOf(ranked.flatMap((total) => costOfTotal(total) ?? []));
  const cashReckoning = reckoningOf(reckoner.inputAt(step), cashOptions(reckoner, step));
  return totals
    .map((total) => {
      const standing = standings[ranked.indexOf(total)] ?? null;
      const breaks =
        isProject || total.lines[0] === undefined
          ? null
          : nextBreakInput(reckoner, step, total.quote, total.lines[0], holdingCostPerUnit);
      const cash = total.pricedCount === 0 ? null : quoteTotal(total.quote, cashReckoning).totalRange;
      const row = rowOf(reckoner, step, total, standing, breaks, cash, isProject);
      return { ...row, landedAtBreak: landedAtBreak(reckoner, total, row.advice, stepSize) };
    })
    .sort(
      (a, b) =>
        ORDER[a.state] - ORDER[b.state] ||
        (a.state === 'ranked' ? (a.total?.lowMinor ?? 0) - (b.total?.lowMinor ?? 0) : 0) ||
        (a.nameEn || a.nameZh).localeCompare(b.nameEn || b.nameZh, 'en') ||
        (a.quoteId < b.quoteId ? -1 : 1),
    );
}

/** The same order with VAT in it and all stated extras: what leaves the account, whatever is compared. */
export function cashOptions(reckoner: Reckoner, step: number) {
  return { ...reckoner.optionsAt(step), basis: 'comparable', vatRecoverable: false } as const;
}

const ORDER = { ranked: 0, cannotBeOrdered: 1, notComparable: 2 } as const;

function rowOf(
  reckoner: Reckoner,
  step: number,
  total: QuoteTotal,
  standing: Standing | null,
  breaks: NextBreakInput | null,
  cash: MinorRange | null,
  isProject: boolean,
): Omit<AtQuantityRow, 'landedAtBreak'> {
  const { quote, exclusions, incomplete, lines, totalRange } = total;
  const own = isProject ? undefined : lines[0];
  const { currency } = reckoner.optionsAt(step);
  const order = own === undefined ? null : orderOf(own);
  const need = own?.need ?? null;
  const firstTier = own?.order?.state === 'cannotBeOrdered' ? own.order.firstTier : null;
  const orderable = total.pricedCount === 0 ? null : totalRange;
  return {
    quoteId: quote.id,
    nameEn: quote.supplierNameEn,
    nameZh: quote.supplierNameZh,
    currency: quote.currency,
    state: exclusions.length > 0 ? 'notComparable' : standing === null ? 'cannotBeOrdered' : 'ranked',
    exclusions,
    incomplete,
    order,
    firstQuantity: firstTier?.minQuantity ?? null,
    raisedLines: lines.filter(({ order: one }) => one?.state === 'orderable' && (one.moqApplied || one.multipleApplied))
      .length,
    total: orderable,
    cash,
    unitCost: unitRange(orderable, need, currency),
    unitCostReceived: unitRange(orderable, order?.orderQuantity ?? null, currency),
    standing,
    advice: breaks === null ? null : exactOrNull<NextBreakAdvice | null>(() => nextBreakAdvice(breaks)),
  };
}

/** The break worth telling: the one that saves most, else the next one. */
export function shownBreak(advice: NextBreakAdvice | null): NextBreak | null {
  return advice?.best ?? advice?.breaks[0] ?? null;
}

/**
 * What ordering up to the break adds to the landed cost: the advice itself weighs the goods alone, and further units travel and
 * are cleared through customs too. Null on other bases, or where either has no cost.
 */
function landedAtBreak(
  reckoner: Reckoner,
  { quote, totalRange, rate }: QuoteTotal,
  advice: NextBreakAdvice | null,
  stepSize: Quantity | null,
): MinorRange | null {
  const next = shownBreak(advice);
  if (next === null || stepSize === null || totalRange === null || rate === null) return null;
  const step = Math.ceil(next.orderQuantity / stepSize);
  if (!isLanded(reckoner.optionsAt(step).basis)) return null;
  const there = costOfTotal(reckoner.totalAt(quote, step));
  if (there === null) return null;
  const holding = convertMinor(next.holdingMinor, rate);
  const low = safeInteger(there.lowMinor - totalRange.lowMinor + holding);
  const high = safeInteger(there.highMinor - totalRange.highMinor + holding);
  return { lowMinor: Math.min(low, high), highMinor: Math.max(low, high) };
}

function unitRange(total: MinorRange | null, quantity: Quantity | null, currency: string): UnitRange | null {
  if (total === null || quantity === null || quantity === 0) return null;
  return exactOrNull(() => ({
    low: effectiveUnitPrice(total.lowMinor, quantity, currency),
    high: effectiveUnitPrice(total.highMinor, quantity, currency),
  }));
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
  const rate = findRate(reckoner.reckoning.rates, from, currency, asOf);
  return rate.state === 'found' ? exactOrNull(() => convertUnitPrice(holdingCostPerUnit, rate)) : null;
}
