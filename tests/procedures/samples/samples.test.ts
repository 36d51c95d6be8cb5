import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { roundPage } from '../../../electron/modules/samples/samples.queries.ts';
import type { SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { buildSupplier } from '../../builders/fields.ts';
import { answerOf, buildPoint, buildRound, haveRound, pointId, readingsOf } from '../../builders/inspections.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

function sampleOf(round: SampleRoundDetails, nameEn: string) {
  const sample = round.samples.find((one) => one.supplierNameEn === nameEn);
  if (sample === undefined) throw new Error(`no sample of ${nameEn}`);
  return sample;
}

describe('a round of samples', () => {
  test('goes from the request to a golden sample, whose measurements stay', async () => {
    const { call } = core;
    const { round } = await haveRound(call);
    const { id } = sampleOf(round, 'Bohai');
    let now = await call.samples.updateSample({
      id,
      revision: 1,
      changes: {
        feeMinor: 8_000,
        feeRefund: 'refundable',
        freightMinor: null,
        shippedOn: '2026-03-05',
        receivedOn: '2026-03-09',
      },
    });
    const answers = [readingsOf(pointId(now, 'Length'), '215.0', '216.5'), answerOf(pointId(now, 'Works'), 'pass')];
    now = await call.samples.saveAnswers({ sampleId: id, revision: 2, answers });
    // Length: one of two pieces within, weight 2; the trial passes, weight 1.
    expect(sampleOf(now, 'Bohai').score).toMatchObject({
      scoreHundredths: 6_667,
      coverageBp: 10_000,
      answered: 2,
      total: 2,
    });
    expect(sampleOf(now, 'Anda').score).toMatchObject({ scoreHundredths: null, coverageBp: 0 });
    expect(now.costs).toEqual([
      { currency: 'CNY', feeMinor: 8_000, freightMinor: 0, totalMinor: 8_000, refundableMinor: 8_000, unknown: 5 },
    ]);

    const golden = { id: round.round.id, sampleId: id };
    await expect(call.samples.setGolden({ ...golden, revision: now.round.revision })).rejects.toMatchObject({
      data: { rule: 'goldenVerdict' },
    });
    now = await call.samples.updateSample({ id, revision: 3, changes: { verdict: 'approved' } });
    now = await call.samples.setGolden({ ...golden, revision: now.round.revision });
    expect(now.round.goldenSampleId).toBe(id);
    for (const refused of [
      call.samples.saveAnswers({ sampleId: id, revision: 4, answers }),
      call.samples.updateSample({ id, revision: 4, changes: { verdict: 'rejected', verdictReason: 'rust' } }),
      call.samples.savePoints({ roundId: round.round.id, revision: now.round.revision, points: [buildPoint()] }),
      call.samples.removeSample({ id, revision: 4 }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'REFUSED', data: { rule: 'goldenSample' } });
    }
    await call.history.undo({});
    expect((await call.samples.get({ id: round.round.id })).round.goldenSampleId).toBeNull();
  });

  test('two people test two samples at once; on one sample the second is refused', async () => {
    const { call } = core;
    const { round } = await haveRound(call);
    const [one, other] = [sampleOf(round, 'Anda'), sampleOf(round, 'Chenxi')];
    const answers = [readingsOf(pointId(round, 'Length'), '215')];
    await call.samples.saveAnswers({ sampleId: one.id, revision: 1, answers });
    await call.samples.saveAnswers({ sampleId: other.id, revision: 1, answers });
    await expect(call.samples.saveAnswers({ sampleId: one.id, revision: 1, answers })).rejects.toMatchObject({
      code: 'STALE',
    });
  });

  test('a blind round deals codes that no order of entry gives away, and reveals once', async () => {
    const { call } = core;
    const { round } = await haveRound(call, { isBlind: true });
    expect(round.samples.map(({ code }) => code).toSorted()).toEqual(['A', 'B', 'C']);
    const late = await call.suppliers.create(buildSupplier({ nameEn: 'Dali', nameZh: '' }));
    const { id } = round.round;
    const added = await call.samples.addSample({
      roundId: id,
      revision: round.round.revision,
      supplierId: late.id,
      currency: 'USD',
    });
    expect(added.samples.map(({ code }) => code).toSorted()).toEqual(['A', 'B', 'C', 'D']);
    // The history names the code, not the supplier, while nobody is to know.
    const sample = sampleOf(added, 'Anda');
    await call.samples.saveAnswers({
      sampleId: sample.id,
      revision: 1,
      answers: [answerOf(pointId(added, 'Works'), 'pass')],
    });
    expect((await call.history.state({})).undo?.label).toEqual({
      key: 'saveTestResults',
      params: { name: sample.code },
    });
    // Once something was tested the codes stay.
    const more = await call.suppliers.create(buildSupplier({ nameEn: 'Emei', nameZh: '' }));
    const codes = new Map(added.samples.map(({ id: sampleId, code }) => [sampleId, code]));
    const { revision } = (await call.samples.get({ id })).round;
    const after = await call.samples.addSample({ roundId: id, revision, supplierId: more.id, currency: 'CNY' });
    for (const one of after.samples) expect(one.code).toBe(codes.get(one.id) ?? 'E');
    const revealed = await call.samples.reveal({ id, revision: after.round.revision });
    expect(revealed.round.revealedAt).not.toBeNull();
  });

  test('refuses what cannot be true', async () => {
    const { call } = core;
    const { round, suppliers } = await haveRound(call);
    const { id, revision } = sampleOf(round, 'Anda');
    const update = (changes: Parameters<typeof call.samples.updateSample>[0]['changes']) =>
      call.samples.updateSample({ id, revision, changes });
    await expect(update({ verdict: 'rejected' })).rejects.toMatchObject({ data: { field: 'verdictReason' } });
    await expect(update({ shippedOn: '2026-02-01' })).rejects.toMatchObject({ data: { rule: 'datesInOrder' } });
    await expect(update({ shippedOn: '2026-03-04', receivedOn: '2026-03-03' })).rejects.toMatchObject({
      data: { field: 'receivedOn', params: { before: '2026-03-04' } },
    });
    await expect(update({ feeMinor: -1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const { round: own } = round;
    const twice = { roundId: own.id, revision: own.revision, supplierId: suppliers[0]?.id ?? '', currency: 'CNY' };
    await expect(call.samples.addSample(twice)).rejects.toMatchObject({ data: { rule: 'duplicate' } });
    await expect(call.samples.reveal({ id: own.id, revision: own.revision })).rejects.toMatchObject({
      data: { rule: 'notBlind' },
    });
    const save = (point: ReturnType<typeof buildPoint>) =>
      call.samples.savePoints({ roundId: own.id, revision: own.revision, points: [point] });
    await expect(save(buildPoint({ lower: '3', upper: '2' }))).rejects.toMatchObject({
      data: { rule: 'limitsCrossed' },
    });
    await expect(save(buildPoint({ nameEn: '', nameZh: '' }))).rejects.toMatchObject({
      data: { rule: 'nameRequired' },
    });
    await expect(save(buildPoint({ kind: 'choice' }))).rejects.toMatchObject({ data: { rule: 'twoChoices' } });
    await expect(save(buildPoint({ lower: '1e9' }))).rejects.toMatchObject({ code: 'BAD_REQUEST' });
    const wrong = [answerOf(pointId(round, 'Length'), 'pass')];
    await expect(call.samples.saveAnswers({ sampleId: id, revision, answers: wrong })).rejects.toMatchObject({
      data: { rule: 'answerKind' },
    });
  });

  test('a point taken out takes its answers along; the others keep theirs, under any order', async () => {
    const { call } = core;
    const { round } = await haveRound(call);
    const sample = sampleOf(round, 'Anda');
    const answers = [readingsOf(pointId(round, 'Length'), '215'), answerOf(pointId(round, 'Works'), 'fail', 'bent')];
    const tested = await call.samples.saveAnswers({ sampleId: sample.id, revision: 1, answers });
    const works = tested.points.find(({ nameEn }) => nameEn === 'Works');
    if (works === undefined) throw new Error('no point');
    const { originId: _, ...kept } = works;
    const saved = await call.samples.savePoints({
      roundId: round.round.id,
      revision: tested.round.revision,
      points: [buildPoint({ nameEn: 'Mass', unit: 'g' }), kept],
    });
    expect(saved.points.map(({ nameEn }) => nameEn)).toEqual(['Mass', 'Works']);
    expect(sampleOf(saved, 'Anda').answers).toEqual([answers[1]]);
    expect(sampleOf(saved, 'Anda').score.criticalFailures).toEqual([works.id]);
    await call.history.undo({});
    expect(sampleOf(await call.samples.get({ id: round.round.id }), 'Anda').answers).toEqual(answers);
  });

  test('lists by project, supplier and state, searches suppliers and titles, and lies in the bin', async () => {
    const { call } = core;
    const { round, suppliers } = await haveRound(call);
    await call.samples.create({
      projectId: null,
      itemId: null,
      fields: buildRound({ title: 'Brush 100%_free' }),
      supplierIds: [],
      currency: 'USD',
    });
    const titles = async (input: Parameters<typeof call.samples.rounds>[0]) =>
      (await call.samples.rounds({ sort: 'title', ...input })).rows.map(({ title }) => title);
    expect(await titles({})).toEqual(['Brush 100%_free', 'Straw 6 mm, first samples']);
    expect(await titles({ projectId: round.round.projectId })).toEqual(['Straw 6 mm, first samples']);
    expect(await titles({ supplierId: suppliers[1]?.id ?? null })).toEqual(['Straw 6 mm, first samples']);
    expect(await titles({ search: 'chenxi' })).toEqual(['Straw 6 mm, first samples']);
    expect(await titles({ search: '%_f' })).toEqual(['Brush 100%_free']);
    expect(await titles({ states: ['testing', 'decided'] })).toEqual([]);
    for (const sample of round.samples) {
      await call.samples.updateSample({ id: sample.id, revision: 1, changes: { receivedOn: '2026-03-08' } });
    }
    expect(await titles({ states: ['testing'] })).toEqual(['Straw 6 mm, first samples']);
    const { revision } = (await call.samples.get({ id: round.round.id })).round;
    await call.samples.remove({ id: round.round.id, revision });
    expect(await titles({})).toEqual(['Brush 100%_free']);
    expect(await call.bin.list({})).toMatchObject([{ noun: 'sampleRound', title: 'Straw 6 mm, first samples' }]);
    await call.bin.restore({ noun: 'sampleRound', id: round.round.id });
    expect(await titles({})).toHaveLength(2);
  });

  test('a page of rounds is read through an index, not by sorting them all', () => {
    const { workspace } = core.state;
    if (workspace === null) throw new Error('no workspace');
    const query = {
      search: '',
      projectId: null,
      supplierId: null,
      states: [],
      sort: 'updatedAt',
      descending: true,
      offset: 0,
      limit: 50,
    } as const;
    const plan = explain(workspace.database, roundPage(workspace.database.db, query).compile());
    expect(plan[0]).toMatch(/USING INDEX sample_rounds_updated/);
    expect(plan.join('\n')).not.toMatch(/SCAN (samples|suppliers)/);
  });
});
