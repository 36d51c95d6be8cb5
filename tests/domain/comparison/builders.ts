import type {
  ComparisonInput,
  ComparisonItem,
  ComparisonLine,
  ComparisonOptions,
  ComparisonQuote,
} from '../../../shared/domain/comparison/types.ts';
import type { ExchangeRate } from '../../../shared/domain/exchange-rates/exchange-rates.ts';
import { COST_PARTS } from '../../../shared/domain/quotes/terms.ts';

/** Whole units, as a quantity. */
export const units = (count: number): number => count * 10_000;
/** Major units with two decimals, as a unit price. */
export const price = (major: number): number => Math.round(major * 100) * 10_000;

export function buildItem(id: string, overrides: Partial<ComparisonItem> = {}): ComparisonItem {
  return {
    id,
    lineNo: id,
    nameEn: `Item ${id}`,
    nameZh: '',
    specification: '',
    unit: 'pcs',
    quantity: units(100),
    estimateUnitPrice: null,
    ...overrides,
  };
}

export function buildLine(itemId: string, overrides: Partial<ComparisonLine> = {}): ComparisonLine {
  return { itemId, unitPrice: price(1), moq: null, orderMultiple: null, breaks: [], ...overrides };
}

/** Prices by item id, in major units. Everything the quote may include is included, VAT too, at 13 %. */
export function buildQuote(
  id: string,
  prices: Readonly<Record<string, number>>,
  overrides: Partial<ComparisonQuote> = {},
): ComparisonQuote {
  return {
    id,
    supplierId: `supplier-${id}`,
    supplierNameEn: `Supplier ${id}`,
    supplierNameZh: '',
    round: 1,
    receivedOn: null,
    validUntil: null,
    currency: 'CNY',
    taxBasis: 'included',
    vatRateBp: 1300,
    minimumValueMinor: null,
    leadTimeDays: null,
    leadTimeFrom: null,
    incoterm: 'domestic',
    namedPlace: '',
    paymentTerms: '',
    costs: COST_PARTS.map((part) => ({ part, basis: 'included', amountMinor: null })),
    lines: Object.entries(prices).map(([itemId, major]) => buildLine(itemId, { unitPrice: price(major) })),
    ...overrides,
  };
}

/** 1 `base` = `rate` `quote` since the first of January 2026. */
export function buildRate(base: string, quote: string, rate: string): ExchangeRate {
  return { base, quote, rate, effectiveDate: '2026-01-01', source: 'test' };
}

/** Items `a` and `b`, a hundred of each, unless told otherwise. */
export function buildInput(quotes: readonly ComparisonQuote[], overrides: Partial<ComparisonInput> = {}) {
  const input: ComparisonInput = {
    estimateCurrency: 'CNY',
    items: [buildItem('a'), buildItem('b')],
    quotes,
    rates: [],
    ...overrides,
  };
  return input;
}

export function buildOptions(overrides: Partial<ComparisonOptions> = {}): ComparisonOptions {
  return {
    basis: 'comparable',
    currency: 'CNY',
    asOf: '2026-01-05',
    quantityPercent: 100,
    vatRecoverable: false,
    ...overrides,
  };
}
