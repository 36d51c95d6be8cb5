import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CostingFields } from '../../../shared/contract/costings.ts';
import {
  buildItem,
  buildLine,
  buildProject,
  buildQuote,
  buildSupplier,
  haveQuotedProject,
} from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

const SEA: Partial<CostingFields> = {
  country: 'DE',
  freightMode: 'seaLcl',
  freightCurrency: 'CNY',
  freightPerM3: 600_000_000,
  transitDays: 35,
  insurancePpm: 3_000,
  dutyRateBp: 400,
  importVatRateBp: 1_900,
  importVatRecoverable: true,
  agentRateBp: 0,
  exportClearanceMinor: 30_000,
  originTerminalMinor: 50_000,
  destinationTerminalMinor: 80_000,
  brokerageMinor: 60_000,
  onCarriageMinor: 150_000,
  capitalRateBp: 800,
};

async function haveCartonedProject() {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const carton = {
    cartonQuantity: 10_000_000,
    cartonLengthMm: 500,
    cartonWidthMm: 500,
    cartonHeightMm: 400,
    cartonWeightG: 12_000,
  };
  const { items } = await call.items.save({
    projectId: project.id,
    create: [
      buildItem({ position: 0, ...carton }),
      buildItem({ position: 1, lineNo: '2', nameEn: 'Bent straw', ...carton, dutyRateBp: 0 }),
    ],
    update: [],
    remove: [],
  });
  const supplier = await call.suppliers.create(buildSupplier());
  const quote = await call.quotes.create({
    projectId: project.id,
    supplierId: supplier.id,
    fields: buildQuote(),
    lines: items.map(({ id }) =>
      buildLine(id, { unitPrice: 1_000_000, moq: null, orderMultiple: null, priceBreaks: [] }),
    ),
  });
  return { project, items, quote };
}

test('until something is saved every figure is unset, and the landed cost names the first that is missing', async () => {
  const { call } = core;
  const { project } = await haveQuotedProject(call);
  const { fields, revision } = await call.costings.get({ projectId: project.id });
  expect(revision).toBeNull();
  expect(fields).toMatchObject({
    point: 'DDP',
    originCurrency: 'CNY',
    freightMode: null,
    dutyRateBp: null,
    bounds: [],
  });
  const preview = await call.costings.preview({ projectId: project.id });
  expect(preview?.cost.total).toBeNull();
  expect(preview?.cost.missing).toContainEqual({ code: 'assumption', field: 'freightMode' });
  expect(preview?.cost.missing).toContainEqual({ code: 'assumption', field: 'agentRateBp' });
});

test('every field comes back as it was saved, and saving again raises the revision', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const everything: CostingFields = {
    country: 'US',
    point: 'DAP',
    originCurrency: 'USD',
    freightCurrency: 'EUR',
    destinationCurrency: 'JPY',
    freightMode: 'air',
    freightPerKg: 1,
    freightPerM3: 2,
    containerType: '40HQ',
    freightPerContainerMinor: 3,
    freightLumpMinor: 4,
    freightPercentBp: 5,
    freightMinimumMinor: 6,
    volumetricDivisor: 7,
    weightStepG: 8,
    minimumWeightG: 9,
    roundUpToCm: false,
    perPiece: true,
    transitDays: 10,
    insurancePpm: 11,
    dutyRateBp: 12,
    importVatRateBp: 13,
    importVatRecoverable: true,
    agentScope: 'domesticOnly',
    agentRateBp: 14,
    agentMinimumMinor: 15,
    originInlandMinor: 16,
    exportClearanceMinor: 17,
    originTerminalMinor: 18,
    destinationTerminalMinor: 19,
    brokerageMinor: 20,
    userFeePpm: 21,
    userFeeMinimumMinor: 22,
    userFeeMaximumMinor: 23,
    onCarriageMinor: 24,
    capitalRateBp: 25,
    discountMethod: 'simple',
    bounds: [
      { part: 'domesticFreight', measure: 'order', low: 1_000, high: 5_000 },
      { part: 'packaging', measure: 'rate', low: 0, high: 200 },
    ],
  };
  const first = await call.costings.save({ projectId: project.id, revision: null, changes: everything });
  expect(first).toEqual({ fields: everything, revision: 1 });
  const second = await call.costings.save({ projectId: project.id, revision: 1, changes: { transitDays: null } });
  expect(second).toEqual({ fields: { ...everything, transitDays: null }, revision: 2 });
  expect(await call.costings.get({ projectId: project.id })).toEqual(second);
});

test('undo takes back the first save, and bounds with it', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const bounds = [{ part: 'tooling', measure: 'order', low: 0, high: 10_000 } as const];
  await call.costings.save({ projectId: project.id, revision: null, changes: { bounds, transitDays: 30 } });
  const { rows } = await call.history.list({ offset: 0, limit: 1 });
  expect(rows[0]?.label).toEqual({ key: 'saveCosting', params: { name: 'Metal straws' } });
  await call.history.undo({});
  expect(await call.costings.get({ projectId: project.id })).toMatchObject({ revision: null, fields: { bounds: [] } });
});

test('an old reading is refused, a first save too when somebody else made it', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  await call.costings.save({ projectId: project.id, revision: null, changes: { transitDays: 30 } });
  for (const revision of [null, 7]) {
    const attempt = call.costings.save({ projectId: project.id, revision, changes: { transitDays: 31 } });
    await expect(attempt).rejects.toMatchObject({ code: 'STALE', data: { current: { transitDays: 30 } } });
  }
});

test.each([
  [
    { bounds: [{ part: 'tooling', measure: 'order', low: 2, high: 1 } as const] },
    { field: 'bounds', rule: 'boundsCrossed' },
  ],
  [
    { userFeeMinimumMinor: 2, userFeeMaximumMinor: 1 },
    { field: 'userFeeMinimumMinor', rule: 'boundsCrossed' },
  ],
])('refused: %j', async (changes, data) => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const attempt = call.costings.save({ projectId: project.id, revision: null, changes });
  await expect(attempt).rejects.toMatchObject({ code: 'REFUSED', data });
});

test('a new currency keeps the figures that were typed, or is refused where it cannot write one', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  const save = (revision: number | null, changes: Partial<CostingFields>) =>
    call.costings.save({ projectId: project.id, revision, changes });
  await save(null, { destinationCurrency: 'EUR', brokerageMinor: 8_500, onCarriageMinor: 12_000 });
  const inYen = await save(1, { destinationCurrency: 'JPY' });
  expect(inYen.fields).toMatchObject({ brokerageMinor: 85, onCarriageMinor: 120 });
  await save(2, { destinationCurrency: 'EUR', brokerageMinor: 8_550 });
  await expect(save(3, { destinationCurrency: 'JPY' })).rejects.toMatchObject({
    code: 'REFUSED',
    data: { field: 'brokerageMinor', rule: 'amountDecimals' },
  });
});

test('the preview carries the first quote to the door, item by item, and explains it', async () => {
  const { call } = core;
  const { project, quote, items } = await haveCartonedProject();
  await call.costings.save({ projectId: project.id, revision: null, changes: SEA });
  const preview = await call.costings.preview({ projectId: project.id });
  if (preview === null) throw new Error('there is a quote');
  expect(preview.quoteId).toBe(quote.id);
  expect(preview.cost.missing).toEqual([]);
  const amounts = Object.fromEntries(preview.cost.components.map(({ name, amount }) => [name, amount?.low]));
  // 2 × 10000 × 1.00; 20 cartons of 0.1 m³ are 2 RT at 600.00; premium on 22000.00; duty 4 % on the one item whose own rate is not 0
  expect(amounts).toMatchObject({
    goods: 2_000_000,
    mainCarriage: 120_000,
    forwarder: 80_000,
    agent: 0,
    insurance: 7_284,
  });
  expect(preview.cost.customsValue?.low).toBe(2_207_284);
  expect(amounts.duty).toBe(44_146);
  expect(preview.cost.shipment).toMatchObject({ cartons: 20, weightG: 240_000 });
  expect(preview.lines.map(({ itemId }) => itemId)).toEqual(items.map(({ id }) => id));
  const { total, lines } = preview.cost;
  expect(lines?.low.reduce((sum, line) => sum + line, 0)).toBe(total?.low);
  expect(preview.trace.rule).toBe('landedCost');
  expect(preview.trace.parts?.map(({ rule }) => rule)).toContain('mainCarriage');
});

test("a quote's own cartons go before those of the item", async () => {
  const { call } = core;
  const { project, quote, items } = await haveCartonedProject();
  await call.costings.save({ projectId: project.id, revision: null, changes: SEA });
  const carton = {
    cartonQuantity: 5_000_000,
    cartonLengthMm: 500,
    cartonWidthMm: 500,
    cartonHeightMm: 400,
    cartonWeightG: 9_000,
  };
  await call.quotes.saveLines({
    id: quote.id,
    revision: quote.revision,
    lines: items.map(({ id }) => ({
      ...buildLine(id, { unitPrice: 1_000_000, moq: null, orderMultiple: null, priceBreaks: [] }),
      ...carton,
    })),
  });
  const preview = await call.costings.preview({ projectId: project.id });
  expect(preview?.cost.shipment).toMatchObject({ cartons: 40, weightG: 360_000 });
});

test('a project without quotes has no preview', async () => {
  const { call } = core;
  const project = await call.projects.create(buildProject());
  expect(await call.costings.preview({ projectId: project.id })).toBeNull();
});
