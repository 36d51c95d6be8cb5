import { divideRounded } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import type { UnitPrice } from '../../kernel/quantity.ts';
import { reckoningOf } from '../comparison/compare.ts';
import { difference } from '../comparison/difference.ts';
import { type QuotedLine, type QuoteTotal, quoteTotal } from '../comparison/quote-total.ts';
import { pointOf } from '../comparison/ranges.ts';
import type { ComparisonInput, ComparisonOptions, ComparisonQuote, Difference } from '../comparison/types.ts';
import { COST_PARTS, type CostPart } from '../quotes/terms.ts';
import { validityOn } from '../validity/validity.ts';
import {
  type LineChange,
  type QuoteRound,
  ROUND_TERMS,
  type RoundTermName,
  type StoredRound,
  type SupplierRounds,
} from './types.ts';

/**
 * The rounds of every supplier side by side with what each changed against the one before (DOMAIN 2.6: a new round, never
 * overwritten). Each total is reckoned as if that round were the supplier's newest, at today's rates and quantities, so that
 * only the quote moves it. `stored` holds all rounds of a project; suppliers come in the order of their names.
 */
export function quoteRounds(
  input: ComparisonInput,
  options: ComparisonOptions,
  stored: readonly StoredRound[],
): SupplierRounds[] {
  return [...Map.groupBy(stored, ({ quote }) => quote.supplierId).entries()]
    .map(([supplierId, own]): SupplierRounds => {
      const sorted = own.toSorted((a, b) => a.quote.round - b.quote.round);
      const newest = sorted.at(-1)?.quote;
      return {
        supplierId,
        nameEn: newest?.supplierNameEn ?? '',
        nameZh: newest?.supplierNameZh ?? '',
        rounds: roundsOf(input, options, sorted),
      };
    })
    .sort(
      (a, b) =>
        (a.nameEn || a.nameZh).localeCompare(b.nameEn || b.nameZh, 'en') || (a.supplierId < b.supplierId ? -1 : 1),
    );
}

function roundsOf(input: ComparisonInput, options: ComparisonOptions, sorted: readonly StoredRound[]): QuoteRound[] {
  const totals = sorted.map(({ quote }) => quoteTotal(quote, reckoningOf(inPlace(input, quote), options)));
  return sorted.map(({ quote, confirmation }, index): QuoteRound => {
    const total = totals[index];
    const before = index === 0 ? null : (sorted[index - 1]?.quote ?? null);
    const totalBefore = index === 0 ? null : (totals[index - 1] ?? null);
    return {
      quoteId: quote.id,
      round: quote.round,
      receivedOn: quote.receivedOn,
      validUntil: quote.validUntil,
      validity: validityOn(quote.validUntil, options.asOf).state,
      isNewest: index === sorted.length - 1,
      confirmation,
      currency: quote.currency,
      total: total === undefined || total.pricedCount === 0 ? null : total.totalRange,
      pricedCount: total?.pricedCount ?? 0,
      exclusions: total?.exclusions ?? [],
      incomplete: total?.incomplete ?? [],
      toPrevious: total === undefined || totalBefore === null ? null : totalChange(total, totalBefore),
      lines: input.items.map(({ id: itemId }, at) => {
        const line = total?.lines[at];
        const lineBefore = totalBefore?.lines[at];
        return {
          itemId,
          unitPrice: priceOf(line),
          moq: line?.line?.moq ?? null,
          change: lineChange(line, lineBefore ?? null, quote, before),
          conditionsChanged: before !== null && conditionsOf(quote, itemId) !== conditionsOf(before, itemId),
        };
      }),
      terms: ROUND_TERMS.map((term) => ({
        term,
        changed: before !== null && TERMS[term](quote) !== TERMS[term](before),
      })),
      costs: COST_PARTS.map((part) => ({
        part,
        changed: before !== null && costText(quote, part) !== costText(before, part),
      })),
    };
  });
}

/** The comparison with this round in the place of the supplier's newest. */
export function inPlace(input: ComparisonInput, quote: ComparisonQuote): ComparisonInput {
  const others = input.quotes.filter(({ supplierId }) => supplierId !== quote.supplierId);
  return { ...input, quotes: [...others, quote] };
}

function totalChange(total: QuoteTotal, before: QuoteTotal): Difference | null {
  const isPriced = ({ totalMinor }: QuotedLine) => totalMinor !== null;
  const alike = total.lines.every((line, at) => {
    const other = before.lines[at];
    return other !== undefined && isPriced(line) === isPriced(other);
  });
  return alike ? difference(pointOf(total.totalRange), pointOf(before.totalRange)) : null;
}

function priceOf(line: QuotedLine | undefined): UnitPrice | null {
  if (line?.order?.state === 'orderable') return line.order.unitPrice;
  return line?.line?.unitPrice ?? line?.line?.breaks[0]?.unitPrice ?? null;
}

function lineChange(
  line: QuotedLine | undefined,
  lineBefore: QuotedLine | null,
  quote: ComparisonQuote,
  before: ComparisonQuote | null,
): LineChange {
  const now = priceOf(line);
  if (before === null) return { kind: now === null ? 'notQuoted' : 'first' };
  const then = priceOf(lineBefore ?? undefined);
  if (now === null) return { kind: then === null ? 'notQuoted' : 'dropped' };
  if (then === null) return { kind: 'new' };
  if (quote.currency !== before.currency) return { kind: 'otherCurrency' };
  if (now === then) return { kind: 'same' };
  const minor = now - then;
  return { kind: 'changed', minor, bp: then === 0 ? null : divideRounded(BigInt(minor) * 10_000n, BigInt(then)) };
}

function conditionsOf(quote: ComparisonQuote, itemId: Id): string {
  const line = quote.lines.find((one) => one.itemId === itemId);
  return line === undefined ? '' : JSON.stringify([line.moq, line.orderMultiple, line.breaks]);
}

const TERMS: Readonly<Record<RoundTermName, (quote: ComparisonQuote) => string>> = {
  currency: ({ currency }) => currency,
  taxBasis: ({ taxBasis, vatRateBp }) => `${taxBasis} ${vatRateBp}`,
  minimumValue: ({ minimumValueMinor, currency }) => `${minimumValueMinor} ${currency}`,
  leadTime: ({ leadTimeDays, leadTimeFrom }) => `${leadTimeDays} ${leadTimeFrom}`,
  tradeTerm: ({ incoterm, namedPlace }) => `${incoterm} ${namedPlace}`,
  paymentTerms: ({ paymentTerms, payments = [] }) => JSON.stringify([paymentTerms, payments]),
  validUntil: ({ validUntil }) => `${validUntil}`,
};

function costText({ costs, currency }: ComparisonQuote, part: CostPart): string {
  const {
    measure = 'order',
    unitAmount = null,
    rateBp = null,
    low = null,
    high = null,
    overQuantity = null,
    ...cost
  } = costs.find((one) => one.part === part) ?? { basis: 'unknown' as const, amountMinor: null };
  return JSON.stringify([cost.basis, cost.amountMinor, measure, unitAmount, rateBp, low, high, overQuantity, currency]);
}
