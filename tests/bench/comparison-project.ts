import type { QuoteFields, QuoteLineFields } from '../../shared/contract/quotes.ts';
import { statedCost } from '../../shared/domain/quotes/costs.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { buildItem, buildLine, buildProject, buildQuote, buildRate, buildSupplier } from '../builders/fields.ts';
import type { TestCore } from '../builders/test-core.ts';

export const SUPPLIERS = 50;
export const ITEMS = 200;

export interface ComparisonProject {
  readonly projectId: Id;
  readonly itemIds: readonly Id[];
  readonly quoteIds: readonly Id[];
}

export type BenchKind = 'plain' | 'mixed' | 'landed';

/**
 * Fifty suppliers who quote two hundred items each. `plain`: one currency, prices that already hold everything. `mixed`: three
 * currencies, both tax bases, extra costs, price breaks, minimum quantities and order multiples. `landed`: the same at FOB, with
 * cartons and a costing that carries it to the door.
 */
export async function haveComparisonProject(
  { call }: TestCore,
  kind: BenchKind,
  size: { suppliers: number; items: number } = { suppliers: SUPPLIERS, items: ITEMS },
): Promise<ComparisonProject> {
  const project = await call.projects.create(buildProject({ nameEn: `Bench ${kind}`, comparisonDate: '2026-03-02' }));
  const { items } = await call.items.save({
    projectId: project.id,
    create: Array.from({ length: size.items }, (_, index) => ({
      ...item(index),
      ...(kind === 'landed' ? CARTON : {}),
    })),
    update: [],
    remove: [],
  });
  const itemIds = items.map(({ id }) => id);
  const quoteIds: Id[] = [];
  for (let supplier = 0; supplier < size.suppliers; supplier++) {
    const { id: supplierId } = await call.suppliers.create(
      buildSupplier({ nameEn: `Supplier ${kind} ${supplier + 1}`, nameZh: `供应商${supplier + 1}` }),
    );
    const { id } = await call.quotes.create({
      projectId: project.id,
      supplierId,
      fields: {
        ...(kind === 'plain' ? buildQuote({ costs: included }) : mixedTerms(supplier)),
        ...(kind === 'landed' ? { incoterm: 'FOB' as const } : {}),
      },
      lines: itemIds.map((itemId, index) => quoteLine(itemId, index, supplier, kind)),
    });
    quoteIds.push(id);
  }
  if (kind === 'landed') {
    await call.costings.save({ projectId: project.id, revision: null, changes: BENCH_COSTING });
  }
  return { projectId: project.id, itemIds, quoteIds };
}

/** Forty pieces in 0.06 m³. */
const CARTON = {
  cartonQuantity: 400_000,
  cartonLengthMm: 500,
  cartonWidthMm: 400,
  cartonHeightMm: 300,
  cartonWeightG: 12_000,
} as const;

/** What carries the landed project to the door, all in yuan. */
export const BENCH_COSTING = {
  country: 'DE',
  point: 'DDP',
  originCurrency: 'CNY',
  freightCurrency: 'CNY',
  destinationCurrency: 'CNY',
  freightMode: 'seaLcl',
  freightPerM3: 480_000_000,
  insurancePpm: 3_000,
  dutyRateBp: 350,
  importVatRateBp: 1_900,
  importVatRecoverable: true,
  agentScope: 'domesticOnly',
  originInlandMinor: 90_000,
  exportClearanceMinor: 40_000,
  originTerminalMinor: 60_000,
  destinationTerminalMinor: 130_000,
  brokerageMinor: 80_000,
  onCarriageMinor: 220_000,
} as const;

/** The rates that the mixed project needs; one workspace holds them once. */
export async function haveRates({ call }: TestCore): Promise<void> {
  await call.exchangeRates.create(buildRate({ base: 'USD', rate: '7.1024' }));
  await call.exchangeRates.create(buildRate({ base: 'EUR', rate: '7.8361' }));
}

const item = (index: number) =>
  buildItem({
    position: index,
    lineNo: String(index + 1),
    nameEn: `Part ${index + 1}`,
    nameZh: `零件 ${index + 1}`,
    quantity: (500 + ((index * 37) % 900)) * 10_000,
    estimateUnitPrice: 1_000_000 + ((index * 7_919) % 4_000_000),
  });

const included: QuoteFields['costs'] = [statedCost('domesticFreight', 'included'), statedCost('packaging', 'included')];

function mixedTerms(supplier: number): QuoteFields {
  const currency = ['CNY', 'USD', 'EUR'][supplier % 3] ?? 'CNY';
  const freight = 100_000 + supplier * 1_111;
  return buildQuote({
    currency,
    taxBasis: supplier % 2 === 0 ? 'included' : 'excluded',
    costs:
      supplier % 4 === 0
        ? included
        : [
            { part: 'domesticFreight', basis: 'extra', amountMinor: freight },
            { part: 'packaging', basis: 'extra', amountMinor: 20_000 },
          ],
  });
}

function quoteLine(itemId: Id, index: number, supplier: number, kind: BenchKind): QuoteLineFields {
  // Alike within 20 %, so that the ranking hangs on the rates and the costs.
  const base = 1_000_000 + ((index * 7_919) % 4_000_000);
  const unitPrice = Math.round((base * (900 + ((supplier * 131 + index * 17) % 200))) / 1_000);
  if (kind === 'plain') return buildLine(itemId, { unitPrice });
  const own = supplier % 3 === 0 ? unitPrice : Math.round(unitPrice / (supplier % 3 === 1 ? 7.1 : 7.8));
  const hasBreaks = (index + supplier) % 3 === 0;
  return buildLine(itemId, {
    unitPrice: own,
    moq: index % 5 === 0 ? 6_000_000 : null,
    orderMultiple: index % 4 === 0 ? 500_000 : null,
    priceBreaks: hasBreaks
      ? [
          { minQuantity: 8_000_000, unitPrice: Math.round(own * 0.97) },
          { minQuantity: 12_000_000, unitPrice: Math.round(own * 0.94) },
        ]
      : [],
  });
}
