import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Criterion, CriterionFields } from '../../../shared/contract/evaluations.ts';
import { buildLine, buildQuote, buildSupplier, haveQuotedProject, type QuotedProject } from '../../builders/fields.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
let given: QuotedProject;
beforeEach(async () => {
  core = await createTestCore();
  given = await haveQuotedProject(core.call);
});
afterEach(() => core.dispose());

function buildCriterion(overrides: Partial<CriterionFields> = {}) {
  const fields: CriterionFields = {
    nameEn: 'Quality',
    nameZh: '质量',
    kind: 'manual',
    weightBp: 4_000,
    knockoutMinimumHundredths: null,
    ...overrides,
  };
  return { ...fields, id: null, revision: null };
}

const PRICE = buildCriterion({ nameEn: 'Price', nameZh: '价格', kind: 'price', weightBp: 6_000 });

async function haveCriteria(criteria = [PRICE, buildCriterion()]): Promise<[Criterion, Criterion]> {
  const [first, second] = await core.call.evaluations.saveCriteria({ projectId: given.project.id, criteria });
  if (first === undefined || second === undefined) throw new Error('two criteria expected');
  return [first, second];
}

const evaluated = () => core.call.evaluations.get({ projectId: given.project.id });

describe('criteria', () => {
  test('are kept in their order, changed, removed with their scores and put back by one undo', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const [price, quality] = await haveCriteria();
    await call.evaluations.saveScores({ projectId, scores: [score(quality)] });
    const saved = await call.evaluations.saveCriteria({
      projectId,
      criteria: [buildCriterion({ nameEn: 'Delivery', weightBp: 2_500 }), { ...price, weightBp: 7_500 }],
      removed: [{ id: quality.id, revision: quality.revision }],
    });
    expect(saved.map(({ nameEn, weightBp, revision }) => [nameEn, weightBp, revision])).toEqual([
      ['Delivery', 2_500, 1],
      ['Price', 7_500, 2],
    ]);
    expect((await evaluated()).scores).toEqual([]);
    await call.history.undo({});
    const back = await evaluated();
    expect(back.criteria.map(({ nameEn }) => nameEn)).toEqual(['Price', 'Quality']);
    expect(back.scores.map(({ reason }) => reason)).toEqual(['Samples fine']);
  });

  test.each([
    ['weights that miss 100 %', [PRICE], { rule: 'weightsSum', params: { sum: 60 } }],
    ['two price criteria', [PRICE, { ...PRICE, weightBp: 4_000 }], { rule: 'onePriceCriterion' }],
    ['a criterion without a name', [PRICE, buildCriterion({ nameEn: '', nameZh: '' })], { rule: 'nameRequired' }],
  ])('%s are refused as a whole', async (_case, criteria, data) => {
    await expect(core.call.evaluations.saveCriteria({ projectId: given.project.id, criteria })).rejects.toMatchObject({
      code: 'REFUSED',
      data,
    });
    expect((await evaluated()).criteria).toEqual([]);
  });

  test('none at all is allowed: then nothing is evaluated', async () => {
    const [price, quality] = await haveCriteria();
    const removed = [price, quality].map(({ id, revision }) => ({ id, revision }));
    await core.call.evaluations.saveCriteria({ projectId: given.project.id, criteria: [], removed });
    expect((await evaluated()).evaluation).toEqual({ state: 'notComputable', problems: [{ code: 'noCriteria' }] });
  });

  test('a set that rests on an old reading is refused: changed, removed or added by somebody meanwhile', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const [price, quality] = await haveCriteria();
    const mine = { projectId, criteria: [price, quality] };
    const [, newer] = await call.evaluations.saveCriteria({
      projectId,
      criteria: [price, { ...quality, nameZh: '品质' }],
    });
    await expect(call.evaluations.saveCriteria(mine)).rejects.toMatchObject({
      code: 'STALE',
      data: { noun: 'criterion' },
    });

    const current = (await evaluated()).criteria;
    await call.evaluations.saveCriteria({
      projectId,
      criteria: [
        ...current.map((one) => ({ ...one, weightBp: one.weightBp - 1_000 })),
        buildCriterion({ weightBp: 2_000 }),
      ],
    });
    const theirs = (await evaluated()).criteria;
    const unaware = theirs.slice(0, 2).map((one) => ({ ...one, weightBp: 5_000 }));
    await expect(call.evaluations.saveCriteria({ projectId, criteria: unaware })).rejects.toMatchObject({
      code: 'STALE',
      data: { id: theirs[2]?.id },
    });
    expect(newer?.nameZh).toBe('品质');
    expect((await evaluated()).criteria).toEqual(theirs);
  });

  test('a criterion that becomes the price loses the scores given by hand', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const [first, second] = await haveCriteria([
      buildCriterion(),
      buildCriterion({ nameEn: 'Service', weightBp: 6_000 }),
    ]);
    await call.evaluations.saveScores({ projectId, scores: [score(first), score(second)] });
    await call.evaluations.saveCriteria({ projectId, criteria: [first, { ...second, kind: 'price' }] });
    expect((await evaluated()).scores.map(({ criterionId }) => criterionId)).toEqual([first.id]);
  });
});

describe('scores', () => {
  test('make the ranking with the price of the comparison, and explain it', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const rival = await call.suppliers.create(buildSupplier({ nameEn: 'Rival' }));
    await call.quotes.create({
      projectId,
      supplierId: rival.id,
      fields: buildQuote(),
      lines: given.items.map(({ id }) => buildLine(id, { unitPrice: 1_800_000 })),
    });
    const [, quality] = await haveCriteria();
    const before = await evaluated();
    expect(before.evaluation).toMatchObject({
      suppliers: [
        { state: 'incomplete', missingCriterionIds: [quality.id] },
        { state: 'incomplete', missingCriterionIds: [quality.id] },
      ],
    });
    await call.evaluations.saveScores({
      projectId,
      scores: [score(quality), { ...score(quality), supplierId: rival.id, scoreHundredths: 10_000 }],
    });
    expect((await evaluated()).evaluation).toMatchObject({
      suppliers: [
        { supplierId: given.supplier.id, state: 'ranked', rank: 1, totalHundredths: 9_200 },
        { supplierId: rival.id, state: 'ranked', rank: 2, totalHundredths: 7_000 },
      ],
    });
    const trace = await call.evaluations.trace({ projectId, supplierId: rival.id });
    expect(trace).toMatchObject({
      result: { name: 'score', value: '70.00' },
      parts: [{ rule: 'priceScore', result: { value: '50.00' } }],
    });
    await expect(call.evaluations.trace({ projectId, supplierId: quality.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'supplier' },
    });
  });

  test('are changed and taken back with their revision; an old reading is refused with what is stored', async () => {
    const { call } = core;
    const projectId = given.project.id;
    const [price, quality] = await haveCriteria();
    const [saved] = await call.evaluations.saveScores({ projectId, scores: [score(quality)] });
    expect(saved).toMatchObject({ scoreHundredths: 8_000, revision: 1 });
    const mine = { ...score(quality), scoreHundredths: 500 };
    await expect(call.evaluations.saveScores({ projectId, scores: [mine] })).rejects.toMatchObject({
      code: 'STALE',
      data: {
        noun: 'score',
        id: `${quality.id}:${given.supplier.id}`,
        current: { scoreHundredths: 8_000, reason: 'Samples fine', revision: 1 },
      },
    });
    const [changed] = await call.evaluations.saveScores({ projectId, scores: [{ ...mine, revision: 1 }] });
    expect(changed).toMatchObject({ scoreHundredths: 500, revision: 2 });
    await call.evaluations.saveScores({ projectId, scores: [{ ...mine, scoreHundredths: null, revision: 2 }] });
    expect((await evaluated()).scores).toEqual([]);
    await expect(call.evaluations.saveScores({ projectId, scores: [score(price)] })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { rule: 'scoreNotManual' },
    });
    const nobody = { ...score(quality), supplierId: quality.id };
    await expect(call.evaluations.saveScores({ projectId, scores: [nobody] })).rejects.toMatchObject({
      code: 'NOT_FOUND',
      data: { noun: 'supplier' },
    });
  });

  test('are saved together or not at all', async () => {
    const [price, quality] = await haveCriteria();
    const scores = [score(quality), score(price)];
    await expect(core.call.evaluations.saveScores({ projectId: given.project.id, scores })).rejects.toThrow();
    expect((await evaluated()).scores).toEqual([]);
  });
});

function score({ id }: Criterion) {
  return {
    criterionId: id,
    supplierId: given.supplier.id,
    scoreHundredths: 8_000,
    reason: 'Samples fine',
    revision: null,
  };
}
