import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from '../../../electron/core/action.ts';
import { insertMany } from '../../../electron/db/insert-many.ts';
import { payloadHash } from '../../../electron/modules/reports/reports.queries.ts';
import { supplierReadings } from '../../../electron/modules/supplier-profiles/supplier-profiles.queries.ts';
import { supplierRow } from '../../../electron/modules/suppliers/suppliers.queries.ts';
import type { Supplier, SupplierChanges } from '../../../shared/contract/suppliers.ts';
import { CHECK_ITEMS } from '../../../shared/domain/suppliers/checklist.ts';
import { usccCheckSign } from '../../../shared/domain/suppliers/uscc.ts';
import { buildSupplier, haveQuotedProject } from '../../builders/fields.ts';
import { buildDocument, haveRound } from '../../builders/inspections.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

const TODAY = '2026-03-02';
const LICENCE_HOLDER = '义乌市宏达日用品有限公司';
const BODY = '91330782MA2E5K3T1';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('accounts are masked everywhere but where the whole number is asked for', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  const number = '6222 0212 0300 1234 567';
  const { id } = await call.supplierProfiles.savePayee({
    supplierId,
    id: null,
    revision: null,
    fields: { kind: 'company', holder: LICENCE_HOLDER, bank: '中国工商银行', notes: '' },
    accountNumber: number,
  });
  const profile = await call.supplierProfiles.get({ supplierId });
  expect(profile.payees).toMatchObject([{ id, maskedNumber: '•••• 4567', revision: 1 }]);
  const dossier = await call.supplierDossiers.freeze({ supplierId, language: 'both' });
  const frozen = await call.supplierDossiers.get({ id: dossier.id });
  for (const told of [profile, frozen]) expect(JSON.stringify(told)).not.toContain('0212');
  expect(await call.supplierProfiles.accountNumber({ supplierId, id })).toEqual({ accountNumber: number });
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Other' }));
  await expect(call.supplierProfiles.accountNumber({ supplierId: other.id, id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('a failed or waived check needs evidence, and tells who decided and when', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  const save = (revision: number | null, fields: { state?: 'passed' | 'failed' | 'waived'; evidence?: string }) =>
    call.supplierProfiles.saveCheck({ supplierId, item: 'address', revision, fields });
  await expect(save(null, { state: 'failed' })).rejects.toMatchObject({ data: { rule: 'evidenceNeeded' } });
  const failed = await save(null, { state: 'failed', evidence: 'The gate says another name.' });
  expect(failed).toMatchObject({ state: 'failed', decidedBy: 'tester', decidedOn: TODAY, revision: 1 });
  await expect(save(7, { state: 'passed' })).rejects.toMatchObject({ code: 'STALE' });
  expect((await call.suppliers.list({})).rows[0]).toMatchObject({ verification: 'failed' });
  expect(await save(1, { state: 'passed' })).toMatchObject({ evidence: 'The gate says another name.', revision: 2 });
});

test('every check passed or waived makes a supplier verified, and undo takes that back', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  for (const item of CHECK_ITEMS) {
    await call.supplierProfiles.saveCheck({
      supplierId,
      item,
      revision: null,
      fields: item === 'samples' ? { state: 'waived', evidence: 'Catalogue goods.' } : { state: 'passed' },
    });
  }
  const verification = async () => (await call.suppliers.list({})).rows[0]?.verification;
  expect(await verification()).toBe('verified');
  await call.history.undo({});
  expect(await verification()).toBe('inProgress');
});

test('what disqualifies is listed, blocks until somebody lets it through with a reason, and comes back', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create({ ...buildSupplier(), tier: 'none' });
  const listed = async (standings: ('disqualified' | 'insufficientData')[]) =>
    (await call.suppliers.list({ standings })).total;
  expect(await listed(['disqualified'])).toBe(1);
  await expect(
    call.supplierProfiles.override({ supplierId, disqualifier: 'noBadge', reason: '   ' }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  const { id } = await call.supplierProfiles.override({
    supplierId,
    disqualifier: 'noBadge',
    reason: 'Sells by letter of credit only.',
  });
  expect((await call.supplierProfiles.get({ supplierId })).assessment).toMatchObject({
    disqualified: false,
    disqualifications: [{ disqualifier: 'noBadge', override: { author: 'tester', decidedOn: TODAY } }],
  });
  expect(await listed(['disqualified'])).toBe(0);
  expect(await listed(['insufficientData'])).toBe(1);
  await call.supplierProfiles.removeOverride({ supplierId, id });
  expect(await listed(['disqualified'])).toBe(1);
});

test('one red flag is amber, two are high, and pressure to pay elsewhere disqualifies besides', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  const level = async () => (await call.supplierProfiles.get({ supplierId })).assessment.communication.level;
  const raise = (flag: 'pressure' | 'offPlatform', notedOn = TODAY) =>
    call.supplierProfiles.raiseFlag({ supplierId, fields: { flag, notedOn, evidence: 'Screenshot of the chat.' } });
  expect(await level()).toBe('noData');
  await expect(raise('pressure', '2026-03-03')).rejects.toMatchObject({ data: { rule: 'inFuture' } });
  await raise('pressure');
  expect(await level()).toBe('amber');
  await raise('offPlatform');
  expect(await level()).toBe('high');
  expect((await call.suppliers.list({ standings: ['disqualified'] })).total).toBe(1);
});

test('a day has one reading; a later one that leaves a figure out does not make it unknown', async () => {
  const { call } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  const nothing = {
    source: '',
    reorderHundredths: null,
    onTimeHundredths: null,
    responseHundredths: null,
    qualityHundredths: null,
    serviceHundredths: null,
    responseMinutes: null,
    monthlyPieces: null,
    productionLines: null,
    staff: null,
    areaM2: null,
  };
  const save = (takenOn: string, figures: { staff?: number; responseMinutes?: number }) =>
    call.supplierProfiles.saveReading({
      supplierId,
      id: null,
      revision: null,
      fields: { ...nothing, takenOn, ...figures },
    });
  await save('2026-01-10', { staff: 100 });
  await expect(save('2026-02-10', {})).rejects.toMatchObject({ code: 'REFUSED' });
  await save('2026-02-10', { responseMinutes: 30 });
  await expect(save('2026-02-10', { responseMinutes: 45 })).rejects.toMatchObject({ data: { rule: 'readingExists' } });
  const { readings, assessment } = await call.supplierProfiles.get({ supplierId });
  expect(readings.map(({ takenOn }) => takenOn)).toEqual(['2026-02-10', '2026-01-10']);
  expect(assessment.latest.staff).toEqual({ value: 100, takenOn: '2026-01-10' });
  expect(assessment.bands).toMatchObject({ staff: 'good', areaM2: null });
});

test('papers run out by the clock alone: the list knows it the day after', async () => {
  const { call, clock } = core;
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  const paper = { kind: 'iso9001' as const, number: 'Q-1', holder: '', issuer: 'SGS', scope: '', issuedOn: null };
  const papers = async (state: 'expiring' | 'expired') => (await call.suppliers.list({ papers: [state] })).total;
  await call.supplierProfiles.saveCertificate({
    supplierId,
    id: null,
    revision: null,
    fields: { ...paper, expiresOn: '2026-05-02' },
  });
  expect([await papers('expiring'), await papers('expired')]).toEqual([0, 0]);
  clock.set('2026-03-03T02:00:00.000Z');
  expect([await papers('expiring'), await papers('expired')]).toEqual([1, 0]);
  clock.set('2026-05-03T02:00:00.000Z');
  expect([await papers('expiring'), await papers('expired')]).toEqual([0, 1]);
});

test('an item with one qualified source says so, and a named alternate counts once it qualifies', async () => {
  const { call } = core;
  const { supplier, items } = await haveQuotedProject(call);
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Alternate' }));
  const [item] = items;
  if (item === undefined) throw new Error('the project has items');
  await call.itemSources.add({ supplierId: other.id, itemId: item.id });
  await expect(call.itemSources.add({ supplierId: other.id, itemId: item.id })).rejects.toMatchObject({
    data: { rule: 'sourceExists' },
  });
  const counts = async () =>
    (await call.itemSources.ofSupplier({ supplierId: supplier.id })).map(({ qualifiedCount }) => qualifiedCount);
  expect(await counts()).toEqual([0, 0]);
  await qualify(supplier);
  expect(await counts()).toEqual([1, 1]);
  await qualify(other);
  expect(await counts()).toEqual([2, 1]);
});

test('a frozen dossier stays as it was, is numbered on, and shows when it was altered', async () => {
  const { call, state } = core;
  const supplier = await call.suppliers.create(buildSupplier({ nameEn: 'Before' }));
  const own = { supplierId: supplier.id };
  const first = await call.supplierDossiers.freeze({ ...own, language: 'both' });
  await call.suppliers.update({ id: supplier.id, revision: 1, changes: { nameEn: 'After' } });
  const second = await call.supplierDossiers.freeze({ ...own, language: 'zh' });
  expect(await call.supplierDossiers.get({ id: first.id })).toMatchObject({
    summary: { number: 1, createdBy: 'tester' },
    dossier: { supplier: { nameEn: 'Before' }, profile: { assessment: { asOf: TODAY } } },
    intact: true,
  });
  const { actionId } = await call.supplierDossiers.remove({ id: second.id });
  expect((await call.supplierDossiers.list(own)).map(({ number }) => number)).toEqual([1]);
  // A number that may have been printed is not given twice.
  expect((await call.supplierDossiers.freeze({ ...own, language: 'en' })).number).toBe(3);
  expect(actionId).toBeTruthy();
  const { workspace } = state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  await runAction(state, workspace, { key: 'removeDossier', params: { name: '' } }, async ({ trx }) => {
    const sha256 = payloadHash('something else');
    await trx.updateTable('supplier_dossiers').set({ sha256 }).where('id', '=', first.id).execute();
  });
  expect((await call.supplierDossiers.get({ id: first.id })).intact).toBe(false);
});

test('a dossier holds the papers of the products with their market, as they were', async () => {
  const { call } = core;
  const { suppliers, item } = await haveRound(call);
  const supplierId = suppliers[0]?.id ?? '';
  const paper = await call.qualityDocuments.create(buildDocument(supplierId, { itemId: item.id, market: 'EU' }));
  await call.qualityDocuments.create(buildDocument(suppliers[1]?.id ?? '', { standard: 'FCC', market: 'US' }));
  const file = new File(['%PDF-1.4'], 'ce.pdf');
  await call.attachments.add({ ownerKind: 'qualityDocument', ownerId: paper.id, file });
  const { id } = await call.supplierDossiers.freeze({ supplierId, language: 'both' });
  await call.qualityDocuments.update({ id: paper.id, revision: 1, changes: { market: 'UK' } });
  const { dossier } = await call.supplierDossiers.get({ id });
  expect(dossier.productPapers).toMatchObject([
    { standard: 'CE', market: 'EU', itemNameEn: item.nameEn, fileCount: 1 },
  ]);
  expect(dossier.evidence).toMatchObject([{ ownerId: paper.id, fileName: 'ce.pdf' }]);
});

test('5,000 suppliers with 50,000 readings are listed and opened through indices', async () => {
  const { call, state } = core;
  const { workspace } = state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const { database } = workspace;
  const idOf = (number: number) => `019d0000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const created_at = '2026-03-01T00:00:00.000Z';
  const numbers = Array.from({ length: 5_000 }, (_, number) => number);
  await runAction(state, workspace, { key: 'fillSample', params: {} }, async ({ trx }) => {
    await insertMany(
      trx,
      'suppliers',
      numbers.map((number) => ({
        ...supplierRow(buildSupplier({ nameEn: `Supplier ${number}` }), { id: idOf(number), now: created_at }),
        qualification_hundredths: (number * 7) % 10_000,
      })),
    );
    await insertMany(
      trx,
      'supplier_readings',
      numbers.flatMap((number) =>
        Array.from({ length: 10 }, (_, month) => ({
          id: idOf(100_000 + number * 10 + month),
          supplier_id: idOf(number),
          taken_on: `2025-${String(month + 1).padStart(2, '0')}-15`,
          source: '',
          staff: 50 + month,
          created_at,
        })),
      ),
    );
  });
  const { rows, total } = await call.suppliers.list({ sort: 'qualification', descending: true, limit: 50 });
  expect([rows.length, total, rows[0]?.qualificationHundredths]).toEqual([50, 5_000, 9_999]);
  const readings = explain(database, supplierReadings(database.db, idOf(17)).compile());
  expect(readings).toEqual(['SEARCH supplier_readings USING INDEX supplier_readings_supplier (supplier_id=?)']);
  const { assessment } = await call.supplierProfiles.get({ supplierId: idOf(17) });
  expect(assessment.latest.staff).toEqual({ value: 59, takenOn: '2025-10-15' });
}, 120_000);

/** A licence in order, a tier with years, credit, figures: more than 60 % of what is scored. */
async function qualify(supplier: Supplier): Promise<void> {
  const { call } = core;
  const known: SupplierChanges = {
    licenceName: LICENCE_HOLDER,
    uscc: `${BODY}${usccCheckSign(BODY)}`,
    licenceLongTerm: true,
    tier: 'strong',
    memberSince: '2019-03-01',
    creditGrade: 'AA',
    sampleScoreHundredths: 8_500,
  };
  const { revision } = await call.suppliers.get({ id: supplier.id });
  await call.suppliers.update({ id: supplier.id, revision, changes: known });
}
