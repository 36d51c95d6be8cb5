import { readFile } from 'node:fs/promises';
import BetterSqlite3 from 'better-sqlite3';
import { readXlsx } from 'hucre';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AwardFields, SolvedScenario, StoredAward } from '../../../shared/contract/awards.ts';
import { GATE_POINTS } from '../../../shared/domain/awards/award.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { buildLine, buildProject, buildQuote, buildSupplier, haveItems } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

interface Tender {
  readonly projectId: Id;
  readonly itemIds: readonly Id[];
  readonly supplierIds: readonly Id[];
  readonly quoteIds: readonly Id[];
}

/** Two items of a hundred pieces; Alpha is cheap for the first, Beta for the second, Gamma for nothing and out of date. */
async function haveTender(): Promise<Tender> {
  const { call } = core;
  const project = await call.projects.create(buildProject({ nameEn: 'Straws', currency: 'CNY', budgetMinor: 60_000 }));
  const items = await haveItems(call, project, [
    { lineNo: '1', nameEn: 'Straw', quantity: 1_000_000, estimateUnitPrice: 3_000_000 },
    { lineNo: '2', nameEn: 'Brush', quantity: 1_000_000, estimateUnitPrice: 4_000_000 },
  ]);
  const supplierIds: Id[] = [];
  const quoteIds: Id[] = [];
  const offers = [
    ['Alpha', 2, 5, '2026-12-31'],
    ['Beta', 4, 3, '2026-12-31'],
    ['Gamma', 6, 6, '2026-02-01'],
  ] as const;
  for (const [name, first, second, validUntil] of offers) {
    const supplier = await call.suppliers.create(buildSupplier({ nameEn: name, nameZh: '', contactName: 'Ms Li' }));
    const quote = await call.quotes.create({
      projectId: project.id,
      supplierId: supplier.id,
      fields: buildQuote({ currency: 'CNY', validUntil, receivedOn: '2026-01-15', paymentTerms: '30/70' }),
      lines: [first, second].map((major, index) => buildLine(items[index]?.id ?? '', { unitPrice: major * 1_000_000 })),
    });
    supplierIds.push(supplier.id);
    quoteIds.push(quote.id);
  }
  return { projectId: project.id, itemIds: items.map(({ id }) => id), supplierIds, quoteIds };
}

async function solved(
  projectId: Id,
  request: Partial<Parameters<typeof core.call.awards.solve>[0]['request']> = {},
): Promise<SolvedScenario> {
  const stream = await core.call.awards.solve({
    query: { projectId },
    request: { kind: 'split', limits: [{ code: 'wholeLines' }], buyUp: false, incumbentId: null, ...request },
    timeLimitSeconds: 10,
  });
  for await (const event of stream) if (event.kind === 'result') return event.result;
  throw new Error('no result');
}

function fieldsOf({ itemIds, supplierIds }: Tender, overrides: Partial<AwardFields> = {}): AwardFields {
  const [alpha = '', beta = ''] = supplierIds;
  const [straw = '', brush = ''] = itemIds;
  const supplier = (supplierId: Id, itemId: Id) => ({
    supplierId,
    note: '',
    notComparableReason: '',
    lines: [{ itemId, quantity: 1_000_000 }],
  });
  return {
    source: 'manual',
    scenarioId: null,
    basis: 'comparable',
    reasons: 'Cheapest split',
    suppliers: [supplier(alpha, straw), supplier(beta, brush)],
    alternates: [],
    approvals: [],
    ...overrides,
  };
}

async function settleGate(award: StoredAward, waive: readonly string[] = []): Promise<StoredAward> {
  let now = award;
  for (const { supplierId } of award.content.suppliers) {
    for (const point of GATE_POINTS) {
      const waived = waive.includes(point);
      now = await core.call.awards.savePoint({
        awardId: award.id,
        supplierId,
        point,
        revision: now.pointIds.find((one) => one.supplierId === supplierId && one.point === point)?.revision ?? null,
        state: waived ? 'waived' : 'confirmed',
        evidence: waived ? '' : `Chat of 2 March about ${point}`,
        reason: waived ? 'Not needed for a standard carton' : '',
        settledBy: 'Lena',
        settledOn: '2026-03-02',
      });
    }
  }
  return now;
}

async function haveConfirmed(tender: Tender): Promise<StoredAward> {
  const begun = await core.call.awards.save({ projectId: tender.projectId, revision: null, fields: fieldsOf(tender) });
  const settled = await settleGate(begun, ['packaging']);
  return core.call.awards.confirm({ id: settled.id, revision: settled.revision });
}

test('a scenario is solved in its own thread, saved as it was found, and stays so when prices move', async () => {
  const { projectId, quoteIds } = await haveTender();
  const answer = await solved(projectId);
  expect(answer.result).toMatchObject({
    state: 'solved',
    proof: { code: 'optimal' },
    award: { totalMinor: 50_000 },
    savings: { toSingle: { minor: -20_000 }, toEstimate: { minor: -20_000 }, toBudget: { minor: -10_000 } },
  });
  expect(answer.input.leftOut).toMatchObject([{ code: 'quote', nameEn: 'Gamma', reasons: [{ code: 'expired' }] }]);
  const saved = await core.call.awards.saveScenario({ solvedId: answer.solvedId, name: 'Two sources' });
  const { quote, lines } = await core.call.quotes.get({ id: quoteIds[0] ?? '' });
  await core.call.quotes.saveLines({
    id: quote.id,
    revision: quote.revision,
    lines: lines.map((line) => ({ ...line, unitPrice: 9_000_000 })),
  });
  const renamed = await core.call.awards.renameScenario({ id: saved.id, revision: saved.revision, name: 'Split' });
  const [stored] = await core.call.awards.scenarios({ projectId });
  expect(stored?.scenario).toEqual({ ...saved.scenario, name: 'Split' });
  expect(stored?.revision).toBe(renamed.revision);
  expect(stored?.intact).toBe(true);
  await core.call.awards.removeScenario({ id: saved.id, revision: renamed.revision });
  expect(await core.call.awards.scenarios({ projectId })).toEqual([]);
});

test('limits that cannot be kept together are named', async () => {
  const { projectId, supplierIds } = await haveTender();
  const [alpha = '', beta = ''] = supplierIds;
  const { result } = await solved(projectId, {
    limits: [
      { code: 'wholeLines' },
      { code: 'maxSuppliers', count: 1 },
      { code: 'pinned', supplierId: alpha, itemId: null },
      { code: 'pinned', supplierId: beta, itemId: null },
      { code: 'maxShare', shareBp: 9_000 },
    ],
  });
  expect(result).toMatchObject({ state: 'infeasible', irreducible: true });
  const codes = result.state === 'infeasible' ? result.conflict.map(({ code }) => code).sort() : [];
  expect(codes).toEqual(['maxShare', 'maxSuppliers']);
});

test('confirming is refused with everything that is missing, by name', async () => {
  const tender = await haveTender();
  const [, , gamma = ''] = tender.supplierIds;
  const award = await core.call.awards.save({
    projectId: tender.projectId,
    revision: null,
    fields: fieldsOf(tender, {
      reasons: '',
      suppliers: [
        {
          supplierId: gamma,
          note: '',
          notComparableReason: '',
          lines: [{ itemId: tender.itemIds[0] ?? '', quantity: 1 }],
        },
      ],
      approvals: [{ name: 'Mr Wang', role: 'Head', decision: 'pending', decidedOn: null, note: '' }],
    }),
  });
  const refusal = await core.call.awards.confirm({ id: award.id, revision: award.revision }).catch((error) => error);
  expect(refusal.code).toBe('AWARD_REFUSED');
  expect(refusal.data.names).toEqual({ [gamma]: 'Gamma' });
  expect(refusal.data.problems).toEqual([
    { code: 'expired', supplierId: gamma, date: '2026-02-01' },
    { code: 'pointOpen', supplierId: gamma, points: [...GATE_POINTS] },
    { code: 'noReasons' },
    { code: 'approvalPending', name: 'Mr Wang' },
  ]);
  const point = { awardId: award.id, supplierId: gamma, point: 'price' as const, revision: null, settledBy: 'Lena' };
  const empty = { evidence: ' ', reason: '', settledOn: '2026-03-02' };
  await expect(core.call.awards.savePoint({ ...point, ...empty, state: 'confirmed' })).rejects.toMatchObject({
    data: { rule: 'evidenceRequired' },
  });
  await expect(core.call.awards.savePoint({ ...point, ...empty, state: 'waived' })).rejects.toMatchObject({
    data: { rule: 'reasonRequired' },
  });
});

test('an award that is saved while it is read is never seen with one part from before and another from after', async () => {
  const tender = await haveTender();
  const approval = { name: 'Mr Wang', role: 'Head', decision: 'approved' as const, decidedOn: null, note: '' };
  const { projectId } = tender;
  let { revision } = await core.call.awards.save({ projectId, revision: null, fields: fieldsOf(tender) });
  const first = revision;
  for (let round = 1; round <= 8; round++) {
    const approvals = Array.from({ length: round }, () => approval);
    const before = [1, 2].map(() => core.call.awards.get({ projectId }));
    const saved = core.call.awards.save({ projectId, revision, fields: fieldsOf(tender, { approvals }) });
    const reads = await Promise.all([...before, core.call.awards.get({ projectId })]);
    ({ revision } = await saved);
    for (const read of reads) expect(read?.content.approvals).toHaveLength((read?.revision ?? 0) - first);
  }
});

test('a quote that cannot be compared is awarded only with a written reason', async () => {
  const tender = await haveTender();
  const [alpha = ''] = tender.quoteIds;
  const { quote } = await core.call.quotes.get({ id: alpha });
  await core.call.quotes.update({ id: alpha, revision: quote.revision, changes: { taxBasis: 'unknown' } });
  const award = await core.call.awards.save({ projectId: tender.projectId, revision: null, fields: fieldsOf(tender) });
  const [supplierId = ''] = tender.supplierIds;
  expect(award.problems).toContainEqual({ code: 'notComparable', supplierId });
  // What cannot be compared has no amount in the comparison's terms; it is not taken for zero.
  expect(award.content.suppliers.map(({ amountMinor }) => amountMinor)).toEqual([null, 30_000]);
  const fields = fieldsOf(tender);
  const reasoned = await core.call.awards.save({
    projectId: tender.projectId,
    revision: award.revision,
    fields: {
      ...fields,
      suppliers: fields.suppliers.map((one) => ({ ...one, notComparableReason: 'The only maker of this straw' })),
    },
  });
  expect(reasoned.problems.some(({ code }) => code === 'notComparable')).toBe(false);
});

test('a confirmed award stays as it was, equal to the cent, and is opened again only on record', async () => {
  const tender = await haveTender();
  const confirmed = await haveConfirmed(tender);
  expect(confirmed).toMatchObject({ state: 'confirmed', problems: [], decisions: [{ number: 1, totalMinor: 50_000 }] });
  const { quote, lines } = await core.call.quotes.get({ id: tender.quoteIds[0] ?? '' });
  await core.call.quotes.saveLines({
    id: quote.id,
    revision: quote.revision,
    lines: lines.map((line) => ({ ...line, unitPrice: 9_000_000 })),
  });
  const later = await core.call.awards.get({ projectId: tender.projectId });
  expect(later?.content).toEqual(confirmed.content);
  await expect(
    core.call.awards.save({ projectId: tender.projectId, revision: confirmed.revision, fields: fieldsOf(tender) }),
  ).rejects.toMatchObject({ data: { rule: 'awardConfirmed' } });
  await expect(core.call.awards.remove({ id: confirmed.id, revision: confirmed.revision })).rejects.toMatchObject({
    data: { rule: 'awardConfirmed' },
  });

  await expect(
    core.call.awards.reopen({ id: confirmed.id, revision: confirmed.revision, reason: ' ' }),
  ).rejects.toMatchObject({ data: { rule: 'reasonRequired' } });
  const reopened = await core.call.awards.reopen({
    id: confirmed.id,
    revision: confirmed.revision,
    reason: 'Alpha raised its price',
  });
  expect(reopened).toMatchObject({
    state: 'reopened',
    reopenings: [{ decisionNumber: 1, reason: 'Alpha raised its price', reopenedBy: 'tester' }],
    content: { suppliers: [{ amountMinor: 90_000 }, { amountMinor: 30_000 }] },
  });
  const first = reopened.decisions[0]?.id ?? '';
  expect(await core.call.awards.decision({ id: first })).toMatchObject({
    intact: true,
    decision: { award: { suppliers: [{ amountMinor: 20_000 }, { amountMinor: 30_000 }] } },
  });
  const again = await core.call.awards.confirm({ id: reopened.id, revision: reopened.revision });
  expect(again.decisions.map(({ number, totalMinor }) => [number, totalMinor])).toEqual([
    [2, 120_000],
    [1, 50_000],
  ]);
});

test('undo passes neither a confirmation nor a reopening', async () => {
  const tender = await haveTender();
  const confirmed = await haveConfirmed(tender);
  expect(await core.call.history.undo({})).toBeNull();
  expect((await core.call.awards.get({ projectId: tender.projectId }))?.state).toBe('confirmed');
  const reopened = await core.call.awards.reopen({ id: confirmed.id, revision: confirmed.revision, reason: 'Mistake' });
  expect(await core.call.history.undo({})).toBeNull();
  await core.call.awards.save({
    projectId: tender.projectId,
    revision: reopened.revision,
    fields: fieldsOf(tender, { reasons: 'Other' }),
  });
  expect((await core.call.history.undo({}))?.label.key).toBe('saveAward');
  expect((await core.call.awards.get({ projectId: tender.projectId }))?.content.reasons).toBe('Cheapest split');
});

test('a snapshot that was changed outside is said to be', async () => {
  const tender = await haveTender();
  const confirmed = await haveConfirmed(tender);
  const sqlite = new BetterSqlite3(core.state.workspace?.file ?? '');
  sqlite.exec('DROP TRIGGER history_award_snapshots_update');
  sqlite.exec(`UPDATE award_snapshots SET payload = replace(payload, '"amountMinor":20000', '"amountMinor":10000')`);
  sqlite.close();
  const { decision, intact } = await core.call.awards.decision({ id: confirmed.decisions[0]?.id ?? '' });
  expect(intact).toBe(false);
  expect(decision.award.suppliers[0]?.amountMinor).toBe(10_000);
});

test('an award letter states only its own supplier’s terms, a regret letter no figure at all', async () => {
  const tender = await haveTender();
  const confirmed = await haveConfirmed(tender);
  const decisionId = confirmed.decisions[0]?.id ?? '';
  const letters = await core.call.awards.letters({ decisionId });
  expect(letters.map(({ nameEn, kind }) => [nameEn, kind])).toEqual([
    ['Alpha', 'award'],
    ['Beta', 'award'],
    ['Gamma', 'regret'],
  ]);
  const [alpha = '', , gamma = ''] = tender.supplierIds;
  const award = await core.call.awards.letter({ decisionId, supplierId: alpha });
  expect(award.award).toMatchObject({ goodsMinor: 20_000, lines: [{ lineNo: '1', unitPrice: 2_000_000 }] });
  expect(award.award?.points.map(({ point }) => point)).not.toContain('packaging');
  expect(JSON.stringify(award)).not.toContain('Beta');
  const regret = await core.call.awards.letter({ decisionId, supplierId: gamma });
  expect(regret.award).toBeNull();
  expect(JSON.stringify(regret)).not.toMatch(/Alpha|Beta|Minor|unitPrice/);
});

test('the dossier freezes the decision with gate, exceptions and rule versions, and goes into a workbook', async () => {
  const tender = await haveTender();
  await expect(core.call.reports.createDossier({ projectId: tender.projectId, language: 'en' })).rejects.toMatchObject({
    data: { rule: 'awardNotConfirmed' },
  });
  await haveConfirmed(tender);
  const summary = await core.call.reports.createDossier({ projectId: tender.projectId, language: 'en' });
  expect(summary).toMatchObject({ kind: 'dossier', number: 1 });
  const stored = await core.call.reports.get({ id: summary.id });
  expect(stored.intact).toBe(true);
  expect(stored.report.dossier).toMatchObject({ decisionNumber: 1, award: { reasons: 'Cheapest split' } });
  for await (const event of await core.call.reports.exportFile({ id: summary.id, format: 'xlsx', language: 'en' })) {
    if (event.kind !== 'result') continue;
    expect(event.result.fileName).toBe('Straws - Decision dossier 1.xlsx');
    const file = core.state.downloads.find(event.result.url.split('/').at(-1) ?? '')?.file ?? '';
    const workbook = await readXlsx(await readFile(file));
    const names = workbook.sheets.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Summary', 'Award', 'Confirmation points']);
    const award = workbook.sheets[1]?.rows.flat() ?? [];
    expect(award).toContain(200);
    expect(award).toContain(500);
    const gate = workbook.sheets[2]?.rows.flat() ?? [];
    expect(gate).toContain('Packaging waived');
    expect(gate).toContain('Not needed for a standard carton');
    expect(gate).toContain('Award scenario');
  }
});
