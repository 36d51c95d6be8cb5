import { afterEach, beforeEach, expect, test } from 'vitest';
import { runAction } from '../../../electron/core/action.ts';
import { insertMany } from '../../../electron/db/insert-many.ts';
import {
  timelineCounts,
  timelinePage,
} from '../../../electron/modules/supplier-timelines/supplier-timelines.queries.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../../shared/domain/suppliers/timeline.ts';
import { buildQuote, buildSupplier, haveQuotedProject } from '../../builders/fields.ts';
import { buildInspection, buildRound } from '../../builders/inspections.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('what happened stands by date, newest first, with what is dated ahead on top', async () => {
  const { call } = core;
  const { project, supplier, items } = await haveQuotedProject(call);
  const own = { supplierId: supplier.id, id: null, revision: null };
  const [item] = items;
  if (item === undefined) throw new Error('the project has items');
  await call.quotes.create({
    projectId: project.id,
    supplierId: supplier.id,
    fields: buildQuote({ receivedOn: null }),
    lines: [],
  });
  await call.communications.save({
    ...own,
    fields: {
      projectId: project.id,
      happenedOn: '2026-02-11',
      channel: 'wechat',
      direction: 'in',
      person: '周海',
      summary: '可以降价。',
    },
  });
  await call.supplierProfiles.saveCertificate({
    ...own,
    fields: {
      kind: 'iso9001',
      number: 'CN-1',
      holder: '',
      issuer: 'SGS',
      scope: '',
      issuedOn: '2025-06-01',
      expiresOn: '2026-06-01',
    },
  });
  await call.supplierProfiles.saveCheck({
    supplierId: supplier.id,
    item: 'address',
    revision: null,
    fields: { state: 'failed', evidence: 'Nobody there.' },
  });
  await call.supplierProfiles.raiseFlag({
    supplierId: supplier.id,
    fields: { flag: 'offPlatform', notedOn: '2026-02-20', evidence: 'Asked for a transfer.' },
  });
  await call.supplierProfiles.override({ supplierId: supplier.id, disqualifier: 'offPlatform', reason: 'Withdrawn.' });
  await call.supplierDossiers.freeze({ supplierId: supplier.id, language: 'en' });
  await call.inspections.create({
    kind: 'preShipment',
    supplierId: supplier.id,
    fields: buildInspection({ plannedOn: '2026-04-02', itemId: item.id, projectId: project.id }),
  });

  const list = (kinds: TimelineKind[] = []) => call.supplierTimelines.list({ supplierId: supplier.id, kinds });
  const { entries, total, counts } = await list();
  expect(entries.map(({ on, event }) => `${on} ${event}`).filter((line) => !line.endsWith('quote'))).toEqual([
    '2026-06-01 certificateExpires',
    '2026-04-02 inspectionPlanned',
    ...entries
      .filter(({ on, event }) => on === '2026-03-02' && event !== 'quote')
      .map(({ event }) => `2026-03-02 ${event}`),
    '2026-02-20 flag',
    '2026-02-11 communication',
    '2025-06-01 certificateIssued',
  ]);
  expect(entries.filter(({ on }) => on === '2026-03-02').map(({ event }) => event)).toEqual(
    expect.arrayContaining(['check', 'override', 'disqualified', 'cleared', 'dossier']),
  );
  expect(total).toBe(entries.length);
  expect(counts).toEqual({
    quotes: 2,
    communication: 1,
    figures: 0,
    checks: 1,
    papers: 2,
    standing: 4,
    samples: 0,
    inspections: 1,
    awards: 0,
    dossiers: 1,
  });
  const two = await list(['communication', 'quotes']);
  expect([two.total, two.counts.standing]).toEqual([3, 4]);
  expect(two.entries).toContainEqual(
    expect.objectContaining({ event: 'communication', text: '可以降价。', by: '周海', projectId: project.id }),
  );
  // The day a quote was received is unknown: it stands on the day it was entered, and says so.
  expect(two.entries).toContainEqual(
    expect.objectContaining({ event: 'quote', round: 2, isReceived: false, on: '2026-03-02' }),
  );
  const first = await call.supplierTimelines.list({ supplierId: supplier.id, limit: 5 });
  const rest = await call.supplierTimelines.list({ supplierId: supplier.id, limit: 200, offset: 5 });
  expect([...first.entries, ...rest.entries]).toEqual(entries);
});

test('while a test is blind, the verdict is not told', async () => {
  const { call } = core;
  const supplier = await call.suppliers.create(buildSupplier());
  const state = core.state;
  const { workspace } = state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const created = await call.samples.create({
    projectId: null,
    itemId: null,
    supplierIds: [supplier.id],
    currency: 'CNY',
    fields: buildRound({ isBlind: true }),
  });
  await runAction(state, workspace, { key: 'updateSample', params: {} }, async ({ trx }) => {
    await trx
      .updateTable('samples')
      .set({ received_on: '2026-03-01', verdict: 'approved' })
      .where('supplier_id', '=', supplier.id)
      .execute();
  });
  const received = async () =>
    (await call.supplierTimelines.list({ supplierId: supplier.id, kinds: ['samples'] })).entries.find(
      ({ event }) => event === 'sampleReceived',
    );
  expect(await received()).toMatchObject({ on: '2026-03-01', recordId: created.round.id, verdict: null });
  await call.samples.reveal({ id: created.round.id, revision: created.round.revision });
  expect(await received()).toMatchObject({ verdict: 'approved' });
});

test('an unknown supplier is not found, and other suppliers stay out', async () => {
  const { call } = core;
  const { supplier } = await haveQuotedProject(call);
  const other = await call.suppliers.create(buildSupplier({ nameEn: 'Other' }));
  expect((await call.supplierTimelines.list({ supplierId: other.id })).total).toBe(0);
  expect((await call.supplierTimelines.list({ supplierId: supplier.id })).total).toBe(1);
  await expect(
    call.supplierTimelines.list({ supplierId: '019d0000-0000-7000-8000-00000000ffff' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('the timeline reads every table through an index, whatever is asked for', async () => {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const { database } = workspace;
  const supplierId = '019d0000-0000-7000-8000-000000000001';
  for (const kinds of [[], ...TIMELINE_KINDS.map((kind) => [kind])]) {
    const plan = explain(database, timelinePage({ supplierId, kinds, offset: 0, limit: 100 }).compile(database.db));
    // What is scanned is the union itself and the suppliers of one frozen decision, never a table.
    expect(plan.filter((step) => step.startsWith('SCAN') && !/^SCAN (page|awarded|\(subquery)/.test(step))).toEqual([]);
  }
  const counts = explain(database, timelineCounts(supplierId).compile(database.db));
  expect(counts.filter((step) => step.startsWith('SCAN') && !/^SCAN (awarded|\(subquery)/.test(step))).toEqual([]);
});

test('5,000 talks with one supplier are paged', async () => {
  const { call, state } = core;
  const { workspace } = state;
  if (workspace === null) throw new Error('the test core opens a workspace');
  const { id: supplierId } = await call.suppliers.create(buildSupplier());
  await runAction(state, workspace, { key: 'fillSample', params: {} }, async ({ trx, newId, now }) => {
    await insertMany(
      trx,
      'supplier_communications',
      Array.from({ length: 5_000 }, (_, number) => ({
        id: newId(),
        supplier_id: supplierId,
        project_id: null,
        happened_on: `20${String(10 + (number % 15))}-03-${String(1 + (number % 28)).padStart(2, '0')}`,
        channel: 'phone',
        direction: 'out',
        person: '',
        summary: `Call ${number}`,
        created_at: now,
        deleted_at: null,
      })),
    );
  });
  const last = await call.supplierTimelines.list({ supplierId, offset: 4_950, limit: 100 });
  expect([last.entries.length, last.total, last.entries.at(-1)?.on]).toEqual([50, 5_000, '2010-03-01']);
});
