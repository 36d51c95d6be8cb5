import type { ChecklistPointInput } from '../../shared/contract/checklists.ts';
import type { InspectionDetails, InspectionFields } from '../../shared/contract/inspections.ts';
import type { Item } from '../../shared/contract/items.ts';
import type { QualityDocumentFields } from '../../shared/contract/quality-documents.ts';
import type { SampleRoundDetails, SampleRoundFields } from '../../shared/contract/samples.ts';
import type { Supplier } from '../../shared/contract/suppliers.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { buildProject, buildSupplier, haveItems } from './fields.ts';
import type { TestCore } from './test-core.ts';

type Call = TestCore['call'];

export function buildRound(overrides: Partial<SampleRoundFields> = {}): SampleRoundFields {
  return {
    title: 'Straw 6 mm, first samples',
    specification: '304, 215 mm',
    requestedOn: '2026-03-01',
    neededBy: '2026-03-20',
    isBlind: false,
    notes: '',
    ...overrides,
  };
}

export function buildInspection(
  overrides: Partial<InspectionFields> = {},
): Omit<InspectionFields, 'overrideResult' | 'overrideReason'> {
  return {
    itemId: null,
    projectId: null,
    goldenSampleId: null,
    title: '',
    batch: 'B1',
    plannedOn: '2026-03-10',
    doneOn: null,
    place: 'Jieyang',
    inspector: 'Li',
    orderQuantity: 4_000,
    lotSize: 4_000,
    level: 'II',
    aqlCritical: '0',
    aqlMajor: '2.5',
    aqlMinor: '4.0',
    inspectedQuantity: null,
    notes: '',
    ...overrides,
  };
}

export function buildPoint(overrides: Partial<ChecklistPointInput> = {}): ChecklistPointInput {
  return {
    id: null,
    section: 'appearance',
    nameEn: 'Length',
    nameZh: '长度',
    kind: 'reading',
    unit: 'mm',
    lower: '214',
    upper: '216',
    choices: [],
    weight: 2,
    isCritical: false,
    ...overrides,
  };
}

export function buildDocument(supplierId: Id, overrides: Partial<QualityDocumentFields> = {}): QualityDocumentFields {
  return {
    kind: 'certificate',
    supplierId,
    projectId: null,
    itemId: null,
    standard: 'CE',
    issuer: 'TÜV',
    number: 'CE-1',
    market: 'EU',
    holder: 'Hengda',
    scope: '',
    issuedOn: '2025-06-01',
    expiresOn: '2027-06-01',
    result: 'pass',
    notes: '',
    ...overrides,
  };
}

export interface SampleSetting {
  readonly suppliers: readonly Supplier[];
  readonly item: Item;
  readonly round: SampleRoundDetails;
}

/** A round of one item over three suppliers, with a length, a trial and a grade on its sheet. */
export async function haveRound(call: Call, overrides: Partial<SampleRoundFields> = {}): Promise<SampleSetting> {
  const project = await call.projects.create(buildProject());
  const [item] = await haveItems(call, project, [{ nameEn: 'Straight straw' }]);
  if (item === undefined) throw new Error('no item');
  const suppliers = [];
  for (const nameEn of ['Anda', 'Bohai', 'Chenxi']) {
    suppliers.push(await call.suppliers.create(buildSupplier({ nameEn, nameZh: '' })));
  }
  const created = await call.samples.create({
    projectId: project.id,
    itemId: item.id,
    fields: buildRound(overrides),
    supplierIds: suppliers.map(({ id }) => id),
    currency: 'CNY',
  });
  const round = await call.samples.savePoints({
    roundId: created.round.id,
    revision: created.round.revision,
    points: [
      buildPoint(),
      buildPoint({
        nameEn: 'Works',
        nameZh: '',
        kind: 'passFail',
        unit: '',
        lower: null,
        upper: null,
        weight: 1,
        isCritical: true,
      }),
    ],
  });
  return { suppliers, item, round };
}

/** The point of a checklist by its English name. */
export function pointId({ points }: Pick<InspectionDetails, 'points'>, nameEn: string): Id {
  const point = points.find((one) => one.nameEn === nameEn);
  if (point === undefined) throw new Error(`no point ${nameEn}`);
  return point.id;
}

export function readingsOf(id: Id, ...readings: string[]) {
  return { pointId: id, readings, choice: null, notes: '' };
}

export function answerOf(id: Id, choice: string, notes = '') {
  return { pointId: id, readings: [], choice, notes };
}
