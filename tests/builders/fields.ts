import type { ExchangeRateFields } from '../../shared/contract/exchange-rates.ts';
import type { Item, ItemFields } from '../../shared/contract/items.ts';
import type { Project, ProjectFields } from '../../shared/contract/projects.ts';
import type { Quote, QuoteFields, QuoteLineFields } from '../../shared/contract/quotes.ts';
import type { Supplier, SupplierFields } from '../../shared/contract/suppliers.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { TestCore } from './test-core.ts';

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

export function buildQuote(overrides: Partial<QuoteFields> = {}): QuoteFields {
  return {
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
  };
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

type Call = TestCore['call'];

export async function haveItems(call: Call, project: Project, items: Partial<ItemFields>[]): Promise<Item[]> {
  const saved = await call.items.save({
    projectId: project.id,
    create: items.map((item, position) => buildItem({ ...item, position })),
    update: [],
    remove: [],
  });
  return saved.items;
}

export interface QuotedProject {
  readonly project: Project;
  readonly items: readonly Item[];
  readonly supplier: Supplier;
  readonly quote: Quote;
}

/** A project with two items and one supplier that quotes both. */
export async function haveQuotedProject(call: Call): Promise<QuotedProject> {
  const project = await call.projects.create(buildProject());
  const items = await haveItems(call, project, [
    { lineNo: '1', nameEn: 'Straight straw 6 mm' },
    { lineNo: '2', nameEn: 'Bent straw 6 mm' },
  ]);
  const supplier = await call.suppliers.create(buildSupplier());
  const quote = await call.quotes.create({
    projectId: project.id,
    supplierId: supplier.id,
    fields: buildQuote(),
    lines: items.map((item) => buildLine(item.id)),
  });
  return { project, items, supplier, quote };
}
