import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Criterion, PlacedCriterion } from '../../../shared/contract/evaluations.ts';
import { buildLine, buildQuote, buildSupplier, haveQuotedProject, type QuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
let given: QuotedProject;
let rivalId: string;
beforeEach(async () => {
  core = await createTestCore();
  given = await haveQuotedProject(core.call);
  const rival = await core.call.suppliers.create(buildSupplier({ nameEn: 'Rival', nameZh: '对手' }));
  rivalId = rival.id;
  await core.call.quotes.create({
    projectId: given.project.id,
    supplierId: rivalId,
    fields: buildQuote(),
    lines: given.items.map(({ id }) => buildLine(id, { unitPrice: 1_800_000 })),
  });
});
afterEach(() => core.dispose());

function placed(nameEn: string, weightBp: number, more: Partial<PlacedCriterion> = {}): PlacedCriterion {
  return { nameEn, nameZh: '', kind: 'manual', weightBp, knockoutMinimumHundredths: null, parentIndex: null, ...more };
}

const TREE: readonly PlacedCriterion[] = [
  placed('Price', 4_000, { kind: 'price' }),
  placed('Quality', 6_000, { kind: 'group' }),
  placed('Sample', 7_500, { parentIndex: 1 }),
  placed('Papers', 2_500, { parentIndex: 1 }),
];

async function haveTree(tree = TREE): Promise<Criterion[]> {
  return core.call.evaluations.saveCriteria({
    projectId: given.project.id,
    criteria: tree.map((one) => ({ ...one, id: null, revision: null })),
  });
}

const evaluated = () => core.call.evaluations.get({ projectId: given.project.id });
const ofName = (criteria: readonly Criterion[], name: string): Criterion => {
  const found = criteria.find(({ nameEn }) => nameEn === name);
  if (found === undefined) throw new Error(`no criterion ${name}`);
  return found;
};

async function haveEvaluator(name: string, more: { isBlind?: boolean; hidesNames?: boolean } = {}) {
  return core.call.evaluations.saveEvaluator({
    projectId: given.project.id,
    id: null,
    revision: null,
    name,
    role: '',
    isBlind: false,
    hidesNames: false,
    ...more,
  });
}

async function score(evaluatorId: string, criterion: Criterion, supplierId: string, points: number): Promise<void> {
  await core.call.evaluations.saveScores({
    projectId: given.project.id,
    evaluatorId,
    scores: [
      {
        criterionId: criterion.id,
        supplierId,
        scoreHundredths: points * 100,
        reason: `given ${points}`,
        revision: null,
      },
    ],
  });
}

describe('a tree of criteria', () => {
  test('is kept with its groups, weighs its leaves, and a group goes with all it carries', async () => {
    const criteria = await haveTree();
    const group = ofName(criteria, 'Quality');
    expect(criteria.map(({ nameEn, parentId }) => [nameEn, parentId])).toEqual([
      ['Price', null],
      ['Quality', null],
      ['Sample', group.id],
      ['Papers', group.id],
    ]);
    const mine = await haveEvaluator('Li Wei');
    await score(mine.id, ofName(criteria, 'Sample'), rivalId, 80);
    await score(mine.id, ofName(criteria, 'Papers'), rivalId, 60);
    // 40 % of 50 for the price, 45 % of 80 and 15 % of 60.
    expect((await evaluated()).evaluation).toMatchObject({
      suppliers: [{ supplierId: rivalId, totalHundredths: 6_500 }, { state: 'incomplete' }],
    });
    const [price, ...removed] = criteria;
    if (price === undefined) throw new Error('a price expected');
    await core.call.evaluations.saveCriteria({
      projectId: given.project.id,
      criteria: [{ ...price, weightBp: 10_000 }],
      removed: removed.map(({ id, revision }) => ({ id, revision })),
    });
    expect(await evaluated()).toMatchObject({ criteria: [{ nameEn: 'Price' }], scores: [] });
    await core.call.history.undo({});
    expect((await evaluated()).scores).toHaveLength(2);
  });

  test.each([
    ['a group that misses 100 %', [...TREE.slice(0, 3)], 'groupWeightsSum'],
    ['an empty group', TREE.slice(0, 2), 'emptyGroup'],
    ['a criterion below a leaf', [placed('A', 10_000), placed('B', 10_000, { parentIndex: 0 })], 'misplaced'],
    ['a criterion before its group', [placed('A', 10_000, { parentIndex: 1 }), placed('B', 10_000)], 'misplaced'],
  ])('%s is refused', async (_case, tree, rule) => {
    await expect(haveTree(tree)).rejects.toMatchObject({ code: 'REFUSED', data: { rule } });
  });

  test('a group is not scored itself', async () => {
    const group = ofName(await haveTree(), 'Quality');
    const mine = await haveEvaluator('Li Wei');
    await expect(score(mine.id, group, rivalId, 50)).rejects.toMatchObject({ data: { rule: 'scoreOfGroup' } });
  });
});

describe('several evaluators', () => {
  test('count by their mean; whoever disagrees is named', async () => {
    const sample = ofName(await haveTree(), 'Sample');
    const [first, second] = [await haveEvaluator('Li Wei'), await haveEvaluator('Wu Min')];
    await score(first.id, sample, rivalId, 90);
    await score(second.id, sample, rivalId, 60);
    expect((await evaluated()).means).toMatchObject([
      {
        criterionId: sample.id,
        meanHundredths: 7_500,
        disagrees: true,
        given: [{ evaluatorId: first.id, reason: 'given 90' }, { evaluatorId: second.id }],
      },
    ]);
    await expect(haveEvaluator('Li Wei')).rejects.toMatchObject({ data: { rule: 'duplicate' } });
    await core.call.evaluations.removeEvaluator({ id: second.id, revision: second.revision });
    expect((await evaluated()).means).toMatchObject([{ meanHundredths: 9_000 }]);
    await core.call.history.undo({});
    expect((await evaluated()).evaluators.map(({ name }) => name)).toEqual(['Li Wei', 'Wu Min']);
  });

  test('a blind one is sent no price, total, rank or name, and counts once the scores are handed in', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const sample = ofName(await haveTree(), 'Sample');
    const open = await haveEvaluator('Buyer');
    await score(open.id, sample, rivalId, 80);
    const blind = await haveEvaluator('Quality', { isBlind: true, hidesNames: true });
    await expect(call.evaluations.handIn(blind)).rejects.toMatchObject({ data: { rule: 'nothingToHandIn' } });
    await score(blind.id, sample, rivalId, 40);

    const sheet = await call.evaluations.sheet({ projectId, evaluatorId: blind.id });
    expect(sheet.suppliers.map(({ letter, nameEn }) => [letter, nameEn])).toEqual([
      ['A', ''],
      ['B', ''],
    ]);
    expect(sheet.criteria.map(({ nameEn, weightBp }) => [nameEn, weightBp])).toEqual([
      ['Sample', 4_500],
      ['Papers', 1_500],
    ]);
    expect(sheet.scores.map(({ evaluatorId }) => evaluatorId)).toEqual([blind.id]);
    // Not one figure of the comparison, in whatever field.
    const { comparison } = await call.reports.preview({ projectId, language: 'en' });
    const sent = JSON.stringify(sheet);
    for (const { totalMinor, quote } of comparison.quotes) {
      expect(sent).not.toContain(String(totalMinor));
      expect(sent).not.toContain(quote.id);
      expect(sent).not.toContain(quote.supplierNameEn);
    }
    expect(sent).not.toMatch(/total|rank|price|minor/i);

    expect((await evaluated()).means).toMatchObject([{ meanHundredths: 8_000 }]);
    const handedIn = await call.evaluations.handIn({ id: blind.id, revision: blind.revision });
    expect((await evaluated()).means).toMatchObject([{ meanHundredths: 6_000, disagrees: true }]);
    expect((await call.evaluations.sheet({ projectId, evaluatorId: blind.id })).suppliers[0]?.letter).toBeNull();
    await expect(score(blind.id, ofName((await evaluated()).criteria, 'Papers'), rivalId, 1)).rejects.toMatchObject({
      data: { rule: 'handedIn' },
    });
    // Reopened after prices were in sight, they are not blind any more.
    const reopened = await call.evaluations.reopen({ id: blind.id, revision: handedIn.revision });
    expect(reopened).toMatchObject({ isBlind: false, hidesNames: false, handedInAt: null });
    await expect(
      call.evaluations.saveEvaluator({ ...reopened, projectId, isBlind: true, hidesNames: false }),
    ).rejects.toMatchObject({ data: { rule: 'blindTooLate' } });
  });
});

describe('method, pairs and templates', () => {
  test('the method is kept, changes the ranking, and is refused over an old reading', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const sample = ofName(await haveTree(), 'Sample');
    const papers = ofName((await evaluated()).criteria, 'Papers');
    const mine = await haveEvaluator('Li Wei');
    for (const [supplierId, points] of [
      [rivalId, 90],
      [given.supplier.id, 60],
    ] as const) {
      await score(mine.id, sample, supplierId, points);
      await score(mine.id, papers, supplierId, points);
    }
    const { settings } = await evaluated();
    expect(settings).toEqual({ method: 'weightedSum', normalisation: 'asIs', aggregation: 'mean', revision: null });
    const saved = await call.evaluations.saveSettings({ projectId, ...settings, method: 'topsis' });
    expect(saved.revision).toBe(1);
    await expect(call.evaluations.saveSettings({ projectId, ...settings })).rejects.toMatchObject({ code: 'STALE' });
    const { evaluation, stability } = await evaluated();
    expect(evaluation).toMatchObject({
      suppliers: [{ contributions: [{ contributionHundredths: null }, {}, {}] }, {}],
    });
    expect(stability).toMatchObject({ state: 'computed', method: 'topsis' });
    const supplierId = rivalId;
    expect(await call.evaluations.trace({ projectId, supplierId })).toMatchObject({ rule: 'topsis' });
    const criterionId = sample.id;
    expect(await call.evaluations.stabilityTrace({ projectId, criterionId })).toMatchObject({
      rule: 'scannedStability',
    });
    expect(await call.reports.preview({ projectId, language: 'en' })).toMatchObject({
      assessment: {
        settings: { method: 'topsis' },
        tree: [{ depth: 1 }, { kind: 'group', effectiveBp: null }, { depth: 2, effectiveBp: 4_500 }, { depth: 2 }],
        evaluators: [{ name: 'Li Wei' }],
      },
    });
  });

  test('pairs give the weights of one group, and stale siblings are refused', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const criteria = await haveTree();
    const [sample, papers] = [ofName(criteria, 'Sample'), ofName(criteria, 'Papers')];
    const compared = {
      projectId,
      parentId: sample.parentId,
      judgements: [{ firstId: sample.id, secondId: papers.id, intensity: 4 }],
      siblings: [sample, papers].map(({ id, revision }) => ({ id, revision })),
    };
    const saved = await call.evaluations.saveJudgements(compared);
    expect([ofName(saved, 'Sample').weightBp, ofName(saved, 'Papers').weightBp]).toEqual([8_000, 2_000]);
    expect((await evaluated()).judgements).toEqual(compared.judgements);
    await expect(call.evaluations.saveJudgements(compared)).rejects.toMatchObject({ code: 'STALE' });
    const siblings = [ofName(saved, 'Sample'), ofName(saved, 'Papers')].map(({ id, revision }) => ({ id, revision }));
    await expect(call.evaluations.saveJudgements({ ...compared, siblings, judgements: [] })).rejects.toMatchObject({
      data: { rule: 'pairsMissing' },
    });
    await call.history.undo({});
    expect((await evaluated()).judgements).toEqual([]);
  });

  test('a template is kept for the workspace, checked like a project’s criteria, and deleted with an undo', async () => {
    const { call } = core;
    const template = await call.evaluations.saveTemplate({ name: 'Ours', criteria: [...TREE] });
    expect(await call.evaluations.templates({})).toEqual([template]);
    expect(template.criteria).toEqual(TREE);
    await expect(call.evaluations.saveTemplate({ name: 'Ours', criteria: [...TREE] })).rejects.toMatchObject({
      data: { rule: 'duplicate' },
    });
    await expect(call.evaluations.saveTemplate({ name: 'Bad', criteria: TREE.slice(0, 2) })).rejects.toMatchObject({
      data: { rule: 'emptyGroup' },
    });
    await call.evaluations.removeTemplate({ id: template.id, revision: template.revision });
    expect(await call.evaluations.templates({})).toEqual([]);
    await call.history.undo({});
    expect(await call.evaluations.templates({})).toMatchObject([{ name: 'Ours' }]);
  });
});
