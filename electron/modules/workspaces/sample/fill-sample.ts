import { LED_STRIPS } from '../../../../resources/sample/led-strips.ts';
import { METAL_STRAWS } from '../../../../resources/sample/metal-straws.ts';
import { PHONE_CASES } from '../../../../resources/sample/phone-cases.ts';
import { SAMPLE_SUPPLIERS } from '../../../../resources/sample/suppliers.ts';
import type {
  SampleCostSet,
  SampleItem,
  SampleLine,
  SampleProject,
  SampleQuote,
  SampleSupplier,
} from '../../../../resources/sample/types.ts';
import type { ItemFields } from '../../../../shared/contract/items.ts';
import type { QuoteCost, QuoteFields, QuoteLineFields } from '../../../../shared/contract/quotes.ts';
import type { SupplierFields } from '../../../../shared/contract/suppliers.ts';
import { statedCost } from '../../../../shared/domain/quotes/costs.ts';
import type { CartonData } from '../../../../shared/domain/shipping/cartons.ts';
import { addDays, type CalendarDate, shanghaiDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { type CurrencyCode, moneyOf } from '../../../../shared/kernel/money.ts';
import { parseQuantity, parseUnitPrice } from '../../../../shared/kernel/quantity.ts';
import { type ActionScope, runAction } from '../../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../../core/core-state.ts';
import { insertMany } from '../../../db/insert-many.ts';
import { type SolverThread, startSolver } from '../../awards/run-solver.ts';
import { itemRow } from '../../items/items.queries.ts';
import { insertQuote } from '../../quotes/quotes.queries.ts';
import { freezeDossier } from '../../supplier-dossiers/freeze-dossier.ts';
import { supplierRow } from '../../suppliers/suppliers.queries.ts';
import { fillAwards } from './fill-awards.ts';
import { fillCosting } from './fill-costing.ts';
import { fillEvaluation } from './fill-evaluation.ts';
import { fillInspections } from './fill-inspections.ts';
import { fillSampleRounds } from './fill-sample-rounds.ts';
import { fillSupplierProfiles } from './fill-supplier-profiles.ts';
import { storeSamplePhotos } from './sample-photos.ts';
import type { SamplePlace } from './sample-place.ts';

const PROJECTS: readonly SampleProject[] = [METAL_STRAWS, LED_STRIPS, PHONE_CASES];

/** Key of the supplier whose dossier the sample holds. */
const DOSSIER_OF = 'hengxin';

/** Fills the sample workspace with invented but plausible projects, suppliers and quotes, dated around today. */
export async function fillSampleWorkspace(core: CoreState, workspace: OpenedWorkspace): Promise<void> {
  // It loads while the rest is written.
  const solver = startSolver(core.options.workers.solver);
  try {
    await fillWith(core, workspace, solver);
  } finally {
    await solver.end();
  }
}

async function fillWith(core: CoreState, workspace: OpenedWorkspace, solver: SolverThread): Promise<void> {
  const today = shanghaiDate(core.options.clock());
  // The bytes first, outside the transaction: a row never names a file that is not on disk.
  const photos = await storeSamplePhotos(workspace.attachments);
  const { result: projectIds } = await runAction(core, workspace, { key: 'fillSample', params: {} }, async (scope) => {
    await fillCompany(scope);
    await fillRates(scope, today);
    const supplierIds = await fillSuppliers(scope);
    await fillSupplierProfiles(scope, supplierIds, today);
    const ids = new Map<SampleProject, Id>();
    const itemIds = new Map<string, Id>();
    for (const project of PROJECTS) ids.set(project, await fillProject(scope, project, supplierIds, today, itemIds));
    const place: SamplePlace = {
      today,
      photos,
      actor: core.options.actor,
      supplierId: (key) => idOf(supplierIds, key),
      itemId: (project, line) => idOf(itemIds, itemKey(project, line)),
    };
    const goldenIds = await fillSampleRounds(scope, place);
    await fillInspections(scope, place, goldenIds);
    // Last: the maker of the golden sample as it stands with all of the above.
    const maker = {
      supplierId: place.supplierId(DOSSIER_OF),
      language: 'both',
      today,
      createdBy: place.actor,
    } as const;
    await freezeDossier(scope, maker);
    return ids;
  });
  const straws = projectIds.get(METAL_STRAWS);
  const lights = projectIds.get(LED_STRIPS);
  if (straws !== undefined && lights !== undefined) await fillAwards(core, workspace, { straws, lights }, solver);
}

async function fillCompany({ trx }: ActionScope): Promise<void> {
  await trx
    .updateTable('workspace')
    .set({
      company_name_en: 'Nordhafen Trading GmbH',
      company_name_zh: '北港贸易有限公司',
      company_address: 'Speicherstrasse 12, 20457 Hamburg',
    })
    .execute();
}

async function fillRates({ trx, newId, now }: ActionScope, today: CalendarDate): Promise<void> {
  const rates = [
    ['USD', '7.0850', 3],
    ['EUR', '8.2360', 3],
    ['GBP', '9.4120', 3],
    ['USD', '7.1320', 34],
    ['EUR', '8.2980', 34],
  ] as const;
  await insertMany(
    trx,
    'exchange_rates',
    rates.map(([base, rate, daysAgo]) => ({
      id: newId(),
      base,
      quote: 'CNY',
      rate,
      effective_date: addDays(today, -daysAgo),
      source: 'Sample rate · 示例汇率',
      created_at: now,
      deleted_at: null,
    })),
  );
}

async function fillSuppliers({ trx, newId, now }: ActionScope): Promise<ReadonlyMap<string, Id>> {
  const ids = new Map(SAMPLE_SUPPLIERS.map(({ key }) => [key, newId()]));
  await insertMany(
    trx,
    'suppliers',
    SAMPLE_SUPPLIERS.map((supplier) => supplierRow(supplierFields(supplier), { id: idOf(ids, supplier.key), now })),
  );
  return ids;
}

async function fillProject(
  scope: ActionScope,
  project: SampleProject,
  supplierIds: ReadonlyMap<string, Id>,
  today: CalendarDate,
  allItemIds: Map<string, Id>,
): Promise<Id> {
  const { trx, newId, now } = scope;
  const projectId = newId();
  await trx
    .insertInto('projects')
    .values({
      id: projectId,
      name_en: project.en,
      name_zh: project.zh,
      stage: project.stage,
      currency: project.currency,
      destination: project.destination,
      need_by: addDays(today, project.needInDays),
      budget_minor: moneyOf(project.budget, project.currency).minor,
      vat_recoverable: project.vatRecoverable ? 1 : 0,
      comparison_date: null,
      notes: project.notes,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    .execute();
  const itemIds = project.items.map(() => newId());
  await insertMany(
    trx,
    'items',
    project.items.map((item, position) =>
      itemRow(itemFields(item), { id: itemIds[position] ?? newId(), projectId, position, now }),
    ),
  );
  for (const [position, id] of itemIds.entries()) {
    allItemIds.set(itemKey(project.en, project.items[position]?.line ?? ''), id);
  }
  const rounds = new Map<string, number>();
  for (const quote of project.quotes) {
    const round = (rounds.get(quote.supplier) ?? 0) + 1;
    rounds.set(quote.supplier, round);
    const lines = quote.lines.flatMap((line, index) => {
      const itemId = itemIds[index];
      return line === null || itemId === undefined ? [] : [lineFields(line, itemId)];
    });
    const own = {
      id: newId(),
      projectId,
      supplierId: idOf(supplierIds, quote.supplier),
      round,
      importId: null,
      now,
      newId,
    };
    await insertQuote(trx, quoteFields(quote, today), lines, own);
  }
  if (project.costing !== null) await fillCosting(scope, project.costing, projectId, project.currency);
  await fillEvaluation(scope, project, projectId, (key) => idOf(supplierIds, key));
  return projectId;
}

function supplierFields({ en, zh, contact, phone, wechat, region, shop, notes }: SampleSupplier): SupplierFields {
  return { nameEn: en, nameZh: zh, contactName: contact, phone, wechat, email: '', region, shopUrl: shop, notes };
}

function itemFields(item: SampleItem): ItemFields {
  return {
    lineNo: item.line,
    nameEn: item.en,
    nameZh: item.zh,
    specification: item.spec,
    category: item.category,
    unit: item.unit,
    quantity: quantityOf(item.quantity),
    estimateUnitPrice: item.estimate === null ? null : unitPriceOf(item.estimate),
    targetUnitPrice: item.target === null ? null : unitPriceOf(item.target),
    hsCode: item.hsCode,
    dutyRateBp: item.dutyBp ?? null,
    additionalDutyBp: null,
    specificDuty: null,
    ...cartonFields(item.carton),
    notes: '',
  };
}

/** Cartons as they are written down: units, sides in centimetres, kilograms. */
function cartonFields(carton: SampleItem['carton']): CartonData {
  if (carton === undefined) {
    return {
      cartonQuantity: null,
      cartonLengthMm: null,
      cartonWidthMm: null,
      cartonHeightMm: null,
      cartonWeightG: null,
    };
  }
  const [units, length, width, height, kilograms] = carton;
  return {
    cartonQuantity: quantityOf(units),
    cartonLengthMm: length * 10,
    cartonWidthMm: width * 10,
    cartonHeightMm: height * 10,
    cartonWeightG: Math.round(kilograms * 1000),
  };
}

function quoteFields(quote: SampleQuote, today: CalendarDate): QuoteFields {
  const { currency } = quote;
  return {
    receivedOn: addDays(today, -quote.receivedDaysAgo),
    validUntil: quote.validForDays === null ? null : addDays(today, quote.validForDays),
    currency,
    taxBasis: quote.taxBasis,
    vatRateBp: quote.vatRateBp,
    minimumValueMinor: quote.minimumValue === undefined ? null : moneyOf(quote.minimumValue, currency).minor,
    leadTimeDays: quote.leadTimeDays,
    leadTimeFrom: quote.leadTimeFrom,
    incoterm: quote.term,
    namedPlace: quote.place,
    paymentTerms: quote.payment,
    notes: quote.notes ?? '',
    costs: quote.costs.map((cost) => costOf(cost, currency)),
    payments: [],
    channel: quote.channel ?? null,
  };
}

function costOf([part, basis, amount]: SampleCostSet[number], currency: CurrencyCode): QuoteCost {
  const minorOf = (text: string | undefined) => (text === undefined ? null : moneyOf(text, currency).minor);
  if (basis !== 'unknown') return statedCost(part, basis, { amountMinor: minorOf(amount) });
  const [low, high] = (amount ?? '').split('-');
  return high === undefined
    ? statedCost(part, basis)
    : statedCost(part, basis, { low: minorOf(low), high: minorOf(high) });
}

function lineFields(line: NonNullable<SampleLine>, itemId: Id): QuoteLineFields {
  return {
    itemId,
    unitPrice: unitPriceOf(line.price),
    moq: line.moq === undefined ? null : quantityOf(line.moq),
    orderMultiple: line.multiple === undefined ? null : quantityOf(line.multiple),
    priceBreaks: (line.breaks ?? []).map(([quantity, price]) => ({
      minQuantity: quantityOf(quantity),
      unitPrice: unitPriceOf(price),
    })),
    cartonQuantity: null,
    cartonLengthMm: null,
    cartonWidthMm: null,
    cartonHeightMm: null,
    cartonWeightG: null,
    notes: line.notes ?? '',
  };
}

function itemKey(project: string, line: string): string {
  return `${project} / ${line}`;
}

function idOf(ids: ReadonlyMap<string, Id>, key: string): Id {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`the sample names something it does not have: ${key}`);
  return id;
}

function quantityOf(text: string): number {
  const quantity = parseQuantity(text);
  if (quantity === null) throw new Error(`no quantity: ${text}`);
  return quantity;
}

function unitPriceOf(text: string): number {
  const price = parseUnitPrice(text);
  if (price === null) throw new Error(`no unit price: ${text}`);
  return price;
}
