import { createHash } from 'node:crypto';
import type { InferContractRouterInputs } from '@orpc/contract';
import type { contract } from '../../../shared/contract/index.ts';
import { GOODS_CHECKLIST } from '../../../shared/domain/checklists/templates.ts';
import { blindCode, dealCodes } from '../../../shared/domain/samples/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope, Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { insertPoints, listPoints } from '../checklists/checklists.queries.ts';
import { findRound, nextRoundNumber } from './samples.queries.ts';

type CreateRound = InferContractRouterInputs<typeof contract>['samples']['create'];
type Scope = Pick<ActionScope, 'trx' | 'newId' | 'now'>;

/** Starts a round: its test sheet, a sample for each supplier, codes dealt. */
export async function createRound(scope: Scope, input: CreateRound): Promise<Id> {
  const { trx, newId, now } = scope;
  const { fields, itemId, supplierIds, currency, checklistFrom = null } = input;
  const projectId = await projectOf(trx, input.projectId, itemId);
  if (new Set(supplierIds).size < supplierIds.length) throw refused('supplierId', 'duplicate');
  const id = newId();
  await trx
    .insertInto('sample_rounds')
    .values({
      id,
      number: await nextRoundNumber(trx),
      project_id: projectId,
      item_id: itemId,
      title: fields.title,
      specification: fields.specification,
      requested_on: fields.requestedOn,
      needed_by: fields.neededBy,
      is_blind: fields.isBlind ? 1 : 0,
      revealed_at: null,
      golden_sample_id: null,
      notes: fields.notes,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    .execute();
  const points = checklistFrom === null ? GOODS_CHECKLIST : await pointsOf(trx, checklistFrom);
  await insertPoints(trx, { roundId: id }, points, newId);
  for (const supplierId of supplierIds) await addSample(scope, id, supplierId, currency);
  return id;
}

/** Adds a supplier's sample. While nobody has tested anything all codes are dealt anew: the last one must not give it away. */
export async function addSample(
  { trx, newId, now }: Scope,
  roundId: Id,
  supplierId: Id,
  currency: string,
): Promise<void> {
  const round = await findRound(trx, roundId);
  if (round === null) throw notFound('sampleRound', roundId);
  const supplier = await trx
    .selectFrom('suppliers')
    .select('id')
    .where('id', '=', supplierId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (supplier === undefined) throw notFound('supplier', supplierId);
  const others = await trx
    .selectFrom('samples')
    .select(['id', 'supplier_id'])
    .where('round_id', '=', roundId)
    .execute();
  if (others.some((other) => other.supplier_id === supplierId)) throw refused('supplierId', 'duplicate');
  const id = newId();
  await trx
    .insertInto('samples')
    .values({
      id,
      round_id: roundId,
      supplier_id: supplierId,
      code: blindCode(others.length),
      pieces: null,
      currency,
      fee_minor: null,
      fee_refund: 'unknown',
      refund_quantity: null,
      freight_minor: null,
      requested_on: round.requestedOn,
      shipped_on: null,
      received_on: null,
      tracking: '',
      verdict: null,
      verdict_reason: '',
      notes: '',
      created_at: now,
    })
    .execute();
  const tested = await trx
    .selectFrom('checklist_answers')
    .innerJoin('samples', 'samples.id', 'checklist_answers.sample_id')
    .select('checklist_answers.id')
    .where('samples.round_id', '=', roundId)
    .executeTakeFirst();
  if (tested !== undefined || round.revealedAt !== null) return;
  const drawn = [...others, { id, supplier_id: supplierId }].map((sample) => ({
    id: sample.id,
    drawn: createHash('sha256').update(`${roundId} ${sample.supplier_id}`).digest('hex'),
  }));
  for (const [sampleId, code] of dealCodes(drawn)) {
    await trx.updateTable('samples').set({ code }).where('id', '=', sampleId).where('code', '<>', code).execute();
  }
}

/** The item decides the project; both must be there. */
async function projectOf(trx: Trx, projectId: Id | null, itemId: Id | null): Promise<Id | null> {
  if (itemId !== null) {
    const item = await trx
      .selectFrom('items')
      .select('project_id')
      .where('id', '=', itemId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst();
    if (item === undefined || (projectId !== null && item.project_id !== projectId)) throw notFound('item', itemId);
    return item.project_id;
  }
  if (projectId === null) return null;
  const project = await trx
    .selectFrom('projects')
    .select('id')
    .where('id', '=', projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (project === undefined) throw notFound('project', projectId);
  return projectId;
}

async function pointsOf(trx: Trx, roundId: Id) {
  if ((await findRound(trx, roundId)) === null) throw notFound('sampleRound', roundId);
  return listPoints(trx, { roundId });
}
