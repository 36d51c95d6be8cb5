import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inspectionPage } from '../../../electron/modules/inspections/inspections.queries.ts';
import { documentPage } from '../../../electron/modules/quality-documents/quality-documents.queries.ts';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { buildSupplier } from '../../builders/fields.ts';
import {
  answerOf,
  buildDocument,
  buildInspection,
  haveRound,
  pointId,
  readingsOf,
} from '../../builders/inspections.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

/** A golden sample of a supplier, ready to be measured against. */
async function haveGolden() {
  const { call } = core;
  const { round, suppliers, item } = await haveRound(call);
  const sample = round.samples[0];
  const supplier = suppliers.find(({ id }) => id === sample?.supplierId);
  if (sample === undefined || supplier === undefined) throw new Error('no sample');
  const answers = [readingsOf(pointId(round, 'Length'), '215'), answerOf(pointId(round, 'Works'), 'pass')];
  await call.samples.saveAnswers({ sampleId: sample.id, revision: 1, answers });
  const judged = await call.samples.updateSample({ id: sample.id, revision: 2, changes: { verdict: 'approved' } });
  await call.samples.setGolden({ id: round.round.id, revision: judged.round.revision, sampleId: sample.id });
  return { supplier, item, sampleId: sample.id };
}

async function fill(
  inspection: InspectionDetails,
  found: { inspected: number; major: number; lengths: string[]; works?: string; doneOn?: string },
): Promise<InspectionDetails> {
  const { call } = core;
  const { id } = inspection.inspection;
  await call.inspections.update({
    id,
    revision: 1,
    changes: { inspectedQuantity: found.inspected, doneOn: found.doneOn ?? '2026-03-12' },
  });
  await call.inspections.saveDefects({
    id,
    revision: 2,
    defects: found.major === 0 ? [] : [{ id: null, class: 'major', count: found.major, description: 'burrs' }],
  });
  return call.inspections.saveAnswers({
    id,
    revision: 3,
    answers: [
      readingsOf(pointId(inspection, 'Length'), ...found.lengths),
      answerOf(pointId(inspection, 'Works'), found.works ?? 'pass'),
    ],
  });
}

describe('an inspection before shipment', () => {
  test('fails by its plan, is repeated, and passes; both stay and name each other', async () => {
    const { call } = core;
    const { supplier, item, sampleId } = await haveGolden();
    const fields = buildInspection({ itemId: item.id, goldenSampleId: sampleId });
    const planned = await call.inspections.create({ kind: 'preShipment', supplierId: supplier.id, fields });
    // Lot 4,000 at level II: letter L, n 200, major Ac 10, minor Ac 14.
    expect(planned.plan).toMatchObject({ letter: 'L', sampleSize: 200 });
    expect(planned.points.map(({ nameEn }) => nameEn)).toEqual(['Length', 'Works']);
    expect(planned.golden?.readings[0]).toMatchObject({ originId: planned.points[0]?.originId, readings: ['215'] });
    expect(planned.computed).toMatchObject({
      result: 'open',
      reasons: [
        { code: 'piecesMissing', missing: 200 },
        { code: 'criticalOpen', count: 1 },
      ],
    });
    const failed = await fill(planned, { inspected: 200, major: 11, lengths: ['215.1', '215.3'] });
    expect(failed.inspection.result).toBe('rejected');
    expect(failed.computed.reasons).toEqual([{ code: 'classFails', class: 'major', defects: 11, reject: 11 }]);
    await call.inspections.close({ id: failed.inspection.id, revision: 4, isClosed: true });
    await expect(
      call.inspections.saveDefects({ id: failed.inspection.id, revision: 5, defects: [] }),
    ).rejects.toMatchObject({ data: { rule: 'inspectionClosed' } });

    const again = await call.inspections.repeat({ id: failed.inspection.id });
    expect(again.inspection).toMatchObject({
      previousId: failed.inspection.id,
      previousNumber: 1,
      lotSize: 4_000,
      result: 'open',
    });
    expect([again.defects, again.answers]).toEqual([[], []]);
    const passed = await fill(again, { inspected: 200, major: 10, lengths: ['215.2'] });
    expect(passed.inspection.result).toBe('accepted');
    expect((await call.inspections.get({ id: failed.inspection.id })).repeats).toMatchObject([
      { id: passed.inspection.id, result: 'accepted' },
    ]);
    // A lot inspected again counts once, by its first result.
    expect(passed.switching).toMatchObject({ severity: 'normal', counted: 1, rejected: 1 });
  });

  test('a critical point fails the lot whatever its defects; too few pieces leave it open', async () => {
    const { call } = core;
    const { supplier, item, sampleId } = await haveGolden();
    const fields = buildInspection({ itemId: item.id, goldenSampleId: sampleId });
    const one = await call.inspections.create({ kind: 'preShipment', supplierId: supplier.id, fields });
    const bad = await fill(one, { inspected: 200, major: 0, lengths: ['215'], works: 'fail' });
    expect(bad.computed).toMatchObject({ result: 'rejected', reasons: [{ code: 'criticalPoint', count: 1 }] });
    const other = await call.inspections.create({ kind: 'preShipment', supplierId: supplier.id, fields });
    const few = await fill(other, { inspected: 120, major: 3, lengths: ['215'] });
    expect(few.computed).toMatchObject({ result: 'open', reasons: [{ code: 'piecesMissing', missing: 80 }] });
    await expect(
      call.inspections.close({ id: few.inspection.id, revision: few.inspection.revision, isClosed: true }),
    ).rejects.toMatchObject({ data: { rule: 'inspectionOpen' } });
  });

  test('a decision by hand needs a reason, names who took it, and the computed result stays beside it', async () => {
    const { call } = core;
    const { supplier, item, sampleId } = await haveGolden();
    const fields = buildInspection({ itemId: item.id, goldenSampleId: sampleId });
    const planned = await call.inspections.create({ kind: 'preShipment', supplierId: supplier.id, fields });
    const failed = await fill(planned, { inspected: 200, major: 30, lengths: ['215'] });
    const { id, revision } = failed.inspection;
    await expect(
      call.inspections.update({ id, revision, changes: { overrideResult: 'accepted', overrideReason: ' ' } }),
    ).rejects.toMatchObject({ data: { field: 'overrideReason', rule: 'overrideReason' } });
    const decided = await call.inspections.update({
      id,
      revision,
      changes: { overrideResult: 'accepted', overrideReason: 'sorted on site' },
    });
    expect(decided.inspection).toMatchObject({ result: 'accepted', overrideBy: 'tester' });
    expect(decided.computed.result).toBe('rejected');
    expect((await call.inspections.list({ results: ['accepted'] })).rows).toMatchObject([
      { isOverridden: true, defectCount: 30 },
    ]);
    const back = await call.inspections.update({ id, revision: revision + 1, changes: { overrideResult: null } });
    expect(back.inspection).toMatchObject({ result: 'rejected', overrideBy: '', overrideAt: null });
  });

  test('measurements of five batches run against the golden sample', async () => {
    const { call } = core;
    const { supplier, item, sampleId } = await haveGolden();
    const means = ['215.1', '215.2', '215.4', '215.6', '215.8'];
    for (const [index, mean] of means.entries()) {
      const fields = buildInspection({ itemId: item.id, goldenSampleId: sampleId, batch: `B${index + 1}` });
      const planned = await call.inspections.create({ kind: 'preShipment', supplierId: supplier.id, fields });
      await fill(planned, { inspected: 200, major: 0, lengths: [mean], doneOn: `2026-03-1${index}` });
    }
    const [series] = await call.inspections.drift({ supplierId: supplier.id, itemId: item.id });
    expect(series).toMatchObject({ nameEn: 'Length', unit: 'mm', lower: '214', upper: '216' });
    expect(series?.drift).toMatchObject({ golden: '215', state: 'drifting' });
    expect(series?.drift.points.map(({ label, mean, fromGolden }) => [label, mean, fromGolden])).toEqual([
      ['B1', '215.1', '0.1'],
      ['B2', '215.2', '0.2'],
      ['B3', '215.4', '0.4'],
      ['B4', '215.6', '0.6'],
      ['B5', '215.8', '0.8'],
    ]);
  });

  test('refuses limits of no table and quantities that cannot be', async () => {
    const { call } = core;
    const supplier = await call.suppliers.create(buildSupplier());
    const create = (overrides: object) =>
      call.inspections.create({
        kind: 'preShipment',
        supplierId: supplier.id,
        fields: { ...buildInspection(), ...overrides },
      });
    await expect(create({ aqlMajor: '3.0' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(create({ level: 'IV' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    await expect(create({ lotSize: 0 })).rejects.toMatchObject({ data: { rule: 'aboveZero' } });
    await expect(create({ lotSize: 5_000 })).rejects.toMatchObject({ data: { rule: 'lotAboveOrder' } });
    await expect(create({ inspectedQuantity: 4_001 })).rejects.toMatchObject({ data: { rule: 'inspectedAboveLot' } });
    await expect(create({ itemId: supplier.id })).rejects.toMatchObject({ code: 'NOT_FOUND', data: { noun: 'item' } });
    // A part of the order, and a lot nobody has counted yet, are both fine.
    expect((await create({ lotSize: 1_000 })).plan?.letter).toBe('J');
    expect((await create({ lotSize: null })).computed.reasons).toMatchObject([
      { code: 'lotSizeMissing' },
      { code: 'criticalOpen' },
    ]);
  });
});

test('a factory visit is judged by its score, and by a critical failure alone', async () => {
  const { call } = core;
  const supplier = await call.suppliers.create(buildSupplier());
  const visit = await call.inspections.create({
    kind: 'audit',
    supplierId: supplier.id,
    fields: buildInspection({ lotSize: null, orderQuantity: null }),
  });
  const { id } = visit.inspection;
  expect(new Set(visit.points.map(({ section }) => section))).toEqual(new Set(['production', 'qualityControl']));
  const grade = (choice: (kind: string) => string) =>
    visit.points.map((point) => answerOf(point.id, point.kind === 'passFail' ? 'pass' : choice(point.kind)));
  const good = await call.inspections.saveAnswers({ id, revision: 1, answers: grade(() => '0') });
  expect([good.score.scoreHundredths, good.inspection.result]).toEqual([10_000, 'accepted']);
  const middling = await call.inspections.saveAnswers({ id, revision: 2, answers: grade(() => '1') });
  // 25 of 30 weights at 60, 5 at 100.
  expect([middling.score.scoreHundredths, middling.inspection.result]).toEqual([6_667, 'conditional']);
  const licence = visit.points.find(({ isCritical }) => isCritical);
  const failed = await call.inspections.saveAnswers({
    id,
    revision: 3,
    answers: [answerOf(licence?.id ?? '', 'fail')],
  });
  expect(failed.computed).toMatchObject({ result: 'rejected', reasons: [{ code: 'criticalPoint', count: 1 }] });
});

test('lists by kind, result, supplier and search, and is read through an index', async () => {
  const { call } = core;
  const one = await call.suppliers.create(buildSupplier({ nameEn: 'Anda', nameZh: '安达' }));
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Bohai', nameZh: '' }));
  for (const [kind, supplierId, batch] of [
    ['preShipment', one.id, 'X-1'],
    ['audit', one.id, ''],
    ['preShipment', other.id, 'X-2'],
  ] as const) {
    await call.inspections.create({ kind, supplierId, fields: buildInspection({ batch }) });
  }
  const numbers = async (input: Parameters<typeof call.inspections.list>[0]) =>
    (await call.inspections.list({ sort: 'number', ...input })).rows.map(({ number }) => number);
  expect(await numbers({})).toEqual([1, 2, 3]);
  expect(await numbers({ kinds: ['audit'] })).toEqual([2]);
  expect(await numbers({ supplierId: other.id })).toEqual([3]);
  expect(await numbers({ search: '安达', descending: true })).toEqual([2, 1]);
  expect(await numbers({ search: 'x-' })).toEqual([1, 3]);
  expect(await numbers({ results: ['accepted'] })).toEqual([]);
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  const page = {
    search: '',
    supplierId: null,
    projectId: null,
    sort: 'updatedAt',
    descending: true,
    offset: 0,
    limit: 50,
  } as const;
  const { database } = workspace;
  const plans = [
    explain(database, inspectionPage(database.db, { ...page, kinds: [], results: [] }).compile()),
    explain(database, documentPage(database.db, { ...page, kinds: [] }).compile()),
  ];
  expect(plans[0]?.[0]).toMatch(/inspections USING INDEX inspections_updated/);
  expect(plans[1]?.[0]).toMatch(/quality_documents USING INDEX quality_documents_updated/);
});

test('a certificate belongs to a product and a market, keeps its file, and lies in the bin', async () => {
  const { call } = core;
  const { suppliers, item, round } = await haveRound(call);
  const created = await call.qualityDocuments.create(buildDocument(suppliers[0]?.id ?? '', { itemId: item.id }));
  expect(created).toMatchObject({ projectId: round.round.projectId, itemNameEn: 'Straight straw', fileCount: 0 });
  const owner = { ownerKind: 'qualityDocument', ownerId: created.id } as const;
  await call.attachments.add({ ...owner, file: new File(['%PDF-1.4'], '../ce\u202efdp.exe') });
  const { rows } = await call.qualityDocuments.list({ search: 'ce-1' });
  expect(rows).toMatchObject([{ fileCount: 1 }]);
  await expect(
    call.qualityDocuments.update({ id: created.id, revision: 1, changes: { expiresOn: '2024-01-01' } }),
  ).rejects.toMatchObject({ data: { field: 'expiresOn', rule: 'datesInOrder' } });
  await call.qualityDocuments.remove({ id: created.id, revision: 1 });
  expect(await call.bin.list({})).toMatchObject([{ noun: 'qualityDocument', title: 'CE CE-1' }]);
  await expect(call.attachments.add({ ...owner, file: new File(['x'], 'x') })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('holidays: the built-in ones can be changed and taken out, own ones added, all undone', async () => {
  const { call } = core;
  const before = await call.holidays.list({});
  expect(before.find(({ key }) => key === '2026-spring')).toMatchObject({ from: '2026-02-15', to: '2026-02-23' });
  const fields = {
    nameEn: 'Spring Festival',
    nameZh: '春节',
    kind: 'springFestival',
    from: '2027-02-05',
    to: '2027-02-13',
  } as const;
  const changed = await call.holidays.save({ id: null, key: '2027-spring', revision: null, fields });
  expect(changed.filter(({ key }) => key === '2027-spring')).toMatchObject([{ to: '2027-02-13', isAnnounced: true }]);
  await expect(call.holidays.save({ id: null, key: '2027-spring', revision: null, fields })).rejects.toMatchObject({
    code: 'STALE',
  });
  const own = { nameEn: 'Stocktaking', nameZh: '', kind: 'lowSeason', from: '2026-12-28', to: '2026-12-31' } as const;
  await call.holidays.save({ id: null, key: null, revision: null, fields: own });
  await call.holidays.remove({ id: null, key: '2025-new-year', revision: null });
  const now = await call.holidays.list({});
  expect(now).toHaveLength(before.length);
  expect(now.some(({ key }) => key === '2025-new-year')).toBe(false);
  for (let undone = 0; undone < 3; undone += 1) await call.history.undo({});
  expect(await call.holidays.list({})).toEqual(before);
});
