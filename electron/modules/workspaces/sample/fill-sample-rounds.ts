import type { SampleAnswers, SampleOfSupplier, SampleRoundOfItem } from '../../../../resources/sample/quality-types.ts';
import { SAMPLE_ROUNDS } from '../../../../resources/sample/sample-rounds.ts';
import type { SampleFields } from '../../../../shared/contract/samples.ts';
import {
  type ChecklistAnswer,
  type ChecklistPoint,
  NOT_APPLICABLE,
} from '../../../../shared/domain/checklists/types.ts';
import { addDays } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { moneyOf } from '../../../../shared/kernel/money.ts';
import { parseQuantity } from '../../../../shared/kernel/quantity.ts';
import type { ActionScope } from '../../../core/action.ts';
import { listPoints, replacePoints, writeAnswers } from '../../checklists/checklists.queries.ts';
import { createRound } from '../../samples/create-round.ts';
import { sampleColumns } from '../../samples/samples.queries.ts';
import { attachPhotos } from './sample-photos.ts';
import { morningOf, type SamplePlace } from './sample-place.ts';

const CURRENCY = 'CNY';

/** The sample rounds of the sample workspace; the golden sample of each, or null, in their order. */
export async function fillSampleRounds(scope: ActionScope, place: SamplePlace): Promise<readonly (Id | null)[]> {
  const golden: (Id | null)[] = [];
  for (const round of SAMPLE_ROUNDS) golden.push(await fillRound(scope, round, place));
  return golden;
}

async function fillRound(scope: ActionScope, round: SampleRoundOfItem, place: SamplePlace): Promise<Id | null> {
  const { trx, newId } = scope;
  const { today, supplierId } = place;
  const then = { ...scope, now: morningOf(addDays(today, -round.requestedDaysAgo)) };
  const roundId = await createRound(then, {
    projectId: null,
    itemId: place.itemId(round.project, round.line),
    fields: {
      title: round.title,
      specification: round.specification,
      requestedOn: addDays(today, -round.requestedDaysAgo),
      neededBy: addDays(today, round.neededInDays),
      isBlind: round.isBlind,
      notes: round.notes,
    },
    supplierIds: round.samples.map(({ supplier }) => supplierId(supplier)),
    currency: CURRENCY,
  });
  if (round.points !== undefined) {
    const points = round.points.map(({ key: _, choices, ...point }) => ({ ...point, id: null, choices: [...choices] }));
    await replacePoints(trx, { roundId }, points, newId);
  }
  const points = await listPoints(trx, { roundId });
  const stored = await trx
    .selectFrom('samples')
    .select(['id', 'supplier_id'])
    .where('round_id', '=', roundId)
    .execute();
  const sampleId = (supplier: string) => {
    const found = stored.find((one) => one.supplier_id === supplierId(supplier));
    if (found === undefined) throw new Error(`the sample round has no sample of ${supplier}`);
    return found.id;
  };
  for (const sample of round.samples) {
    const id = sampleId(sample.supplier);
    await trx
      .updateTable('samples')
      .set(sampleColumns(fieldsOf(sample, place)))
      .where('id', '=', id)
      .execute();
    const keys = (round.points ?? []).map(({ key }) => key);
    await writeAnswers(trx, id, answersOf(sample.answers ?? {}, points, keys), newId);
    await attachPhotos(scope, place.photos, { ownerKind: 'sample', ownerId: id }, sample.photos ?? []);
  }
  const goldenId = round.golden === undefined ? null : sampleId(round.golden);
  await trx
    .updateTable('sample_rounds')
    .set({
      revealed_at: round.isRevealed ? morningOf(addDays(today, round.neededInDays)) : null,
      golden_sample_id: goldenId,
    })
    .where('id', '=', roundId)
    .execute();
  return goldenId;
}

function fieldsOf(sample: SampleOfSupplier, { today }: SamplePlace): Partial<SampleFields> {
  const day = (daysAgo: number | undefined) => (daysAgo === undefined ? null : addDays(today, -daysAgo));
  const minor = (amount: string | null) => (amount === null ? null : moneyOf(amount, CURRENCY).minor);
  return {
    pieces: sample.pieces,
    feeMinor: minor(sample.fee),
    feeRefund: sample.feeRefund,
    refundQuantity: sample.refundQuantity === undefined ? null : parseQuantity(sample.refundQuantity),
    freightMinor: minor(sample.freight),
    requestedOn: day(sample.requestedDaysAgo),
    shippedOn: day(sample.shippedDaysAgo),
    receivedOn: day(sample.receivedDaysAgo),
    tracking: sample.tracking ?? '',
    verdict: sample.verdict ?? null,
    verdictReason: sample.verdictReason ?? '',
  };
}

/** Answers as they are written down, by the key of the point or, on a usual list, its place. */
export function answersOf(
  answers: SampleAnswers,
  points: readonly ChecklistPoint[],
  keys: readonly string[],
): readonly ChecklistAnswer[] {
  return Object.entries(answers).map(([key, given]) => {
    const point = points[keys.length === 0 ? Number(key) : keys.indexOf(key)];
    if (point === undefined) throw new Error(`the sample answers a point it does not have: ${key}`);
    const [found, notes] = typeof given === 'string' ? [given, ''] : given;
    return point.kind === 'reading' && found !== NOT_APPLICABLE
      ? { pointId: point.id, readings: found.split(' '), choice: null, notes }
      : { pointId: point.id, readings: [], choice: found, notes };
  });
}
