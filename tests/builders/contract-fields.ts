import type { ExchangeRateFields } from '../../shared/contract/exchange-rates.ts';
import type { ItemFields } from '../../shared/contract/items.ts';
import type { ProjectFields } from '../../shared/contract/projects.ts';
import {
  newQuoteFields,
  type QuoteFields,
  type QuoteInput,
  type QuoteLineFields,
} from '../../shared/contract/quotes.ts';
import type { SupplierFields } from '../../shared/contract/suppliers.ts';
import type { Id } from '../../shared/kernel/ids.ts';

/** What a procedure takes, complete and valid; a test names only what it is about. */

export function buildProject(overrides: Partial<ProjectFields> = {}): ProjectFields {
  return {
    nameEn: 'Metal straws',
    nameZh: '金属吸管',
    stage: 'quotes',
    currency: 'CNY',
    destination: 'Hamburg',
    needBy: '2026-06-30',
    budgetMinor: 5_000_000,
    vatRecoverable: false,
    comparisonDate: null,
    notes: '',
    ...overrides,
  };
}

export function buildItem(overrides: Partial<ItemFields & { position: number }> = {}): ItemFields & {
  position: number;
} {
  return {
    position: 0,
    lineNo: '1',
    nameEn: 'Straight straw 6 mm',
    nameZh: '直吸管 6 mm',
    specification: '304 stainless, 215 mm',
    category: '',
    unit: 'pcs',
    quantity: 100_000_000,
    estimateUnitPrice: 850_000,
    targetUnitPrice: null,
    hsCode: '',
    dutyRateBp: null,
    additionalDutyBp: null,
    specificDuty: null,
    cartonQuantity: null,
    cartonLengthMm: null,
    cartonWidthMm: null,
    cartonHeightMm: null,
    cartonWeightG: null,
    notes: '',
    ...overrides,
  };
}

export function buildSupplier(overrides: Partial<SupplierFields> = {}): SupplierFields {
  return {
    nameEn: 'Jieyang Hengda Metalware',
    nameZh: '揭阳恒达五金',
    contactName: '',
    phone: '',
    wechat: '',
    email: '',
    region: 'Guangdong',
    shopUrl: '',
    notes: '',
    ...overrides,
  };
}

export function buildQuote(overrides: Partial<QuoteInput> = {}): QuoteFields {
  return newQuoteFields.parse({
    receivedOn: '2026-02-20',
    validUntil: '2026-03-31',
    currency: 'CNY',
    taxBasis: 'included',
    vatRateBp: 1_300,
    minimumValueMinor: null,
    leadTimeDays: 20,
    leadTimeFrom: 'depositPaid',
    incoterm: 'domestic',
    namedPlace: '',
    paymentTerms: '30/70',
    notes: '',
    costs: [],
    ...overrides,
  });
}

export function buildLine(itemId: Id, overrides: Partial<QuoteLineFields> = {}): QuoteLineFields {
  return {
    itemId,
    unitPrice: 900_000,
    moq: null,
    orderMultiple: null,
    priceBreaks: [],
    cartonQuantity: null,
    cartonLengthMm: null,
    cartonWidthMm: null,
    cartonHeightMm: null,
    cartonWeightG: null,
    notes: '',
    ...overrides,
  };
}

export function buildRate(overrides: Partial<ExchangeRateFields> = {}): ExchangeRateFields {
  return {
    base: 'USD',
    quote: 'CNY',
    rate: '7.1024',
    effectiveDate: '2026-03-01',
    source: 'Bank of China, middle rate',
    ...overrides,
  };
}
