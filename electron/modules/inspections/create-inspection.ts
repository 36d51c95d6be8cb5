import type { InferContractRouterInputs } from '@orpc/contract';
import type { contract } from '../../../shared/contract/index.ts';
import type { Inspection, InspectionFields } from '../../../shared/contract/inspections.ts';
import { AUDIT_CHECKLIST, GOODS_CHECKLIST } from '../../../shared/domain/checklists/templates.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope, Trx } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { insertPoints, listPoints } from '../checklists/checklists.queries.ts';
import { nextInspectionNumber } from './inspections.queries.ts';

type CreateInspection = InferContractRouterInputs<typeof contract>['inspections']['create'];
type Scope = Pick<ActionScope, 'trx' | 'newId' | 'now'>;
type Planned = Omit<InspectionFields, 'overrideResult' | 'overrideReason'>;

/** Plans an inspection with the checklist that fits it. */
export async function createInspection(scope: Scope, { kind, supplierId, fields }: CreateInspection): Promise<Id> {
  const { trx, newId } = scope;
  requireValidFields({ ...fields, overrideResult: null, overrideReason: '' });
  const supplier = await trx
    .selectFrom('suppliers')
    .select('id')
    .where('id', '=', supplierId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (supplier === undefined) throw notFound('supplier', supplierId);
  const belongings = await requireBelongings(trx, fields);
  const id = newId();
  const planned = { ...fields, projectId: belongings.projectId };
  await insertInspection(scope, planned, { id, kind, supplierId, previousId: null });
  const points =
    belongings.goldenRoundId !== null
      ? await listPoints(trx, { roundId: belongings.goldenRoundId })
      : kind === 'audit'
        ? AUDIT_CHECKLIST
        : GOODS_CHECKLIST;
  await insertPoints(trx, { inspectionId: id }, points, newId);
  return id;
}

/** The same lot once more: the plan and the list are taken over, nothing that was found. */
export async function repeatInspection(scope: Scope, before: Inspection): Promise<Id> {
  const { trx, newId } = scope;
  const id = newId();
  const planned = { ...before, plannedOn: null, doneOn: null, inspectedQuantity: null, notes: '' };
  await insertInspection(scope, planned, {
    id,
    kind: before.kind,
    supplierId: before.supplierId,
    previousId: before.id,
  });
  await insertPoints(trx, { inspectionId: id }, await listPoints(trx, { inspectionId: before.id }), newId);
  return id;
}

/** Refuses what cannot be true, whoever typed it. */
export function requireValidFields(
  fields: Pick<
    InspectionFields,
    'lotSize' | 'orderQuantity' | 'inspectedQuantity' | 'overrideResult' | 'overrideReason'
  >,
): void {
  const { lotSize, orderQuantity, inspectedQuantity, overrideResult, overrideReason } = fields;
  if (lotSize === 0) throw refused('lotSize', 'aboveZero');
  if (lotSize !== null && orderQuantity !== null && lotSize > orderQuantity) {
    throw refused('lotSize', 'lotAboveOrder', { order: orderQuantity });
  }
  if (lotSize !== null && inspectedQuantity !== null && inspectedQuantity > lotSize) {
    throw refused('inspectedQuantity', 'inspectedAboveLot', { lot: lotSize });
  }
  if (overrideResult !== null && overrideReason.trim() === '') throw refused('overrideReason', 'overrideReason');
}

/** The item decides the project; a golden sample must be one. */
export async function requireBelongings(
  trx: Trx,
  fields: Pick<InspectionFields, 'itemId' | 'projectId' | 'goldenSampleId'>,
): Promise<{ projectId: Id | null; goldenRoundId: Id | null }> {
  const { itemId, projectId, goldenSampleId } = fields;
  let ofItem: Id | null = null;
  if (itemId !== null) {
    const item = await trx.selectFrom('items').select('project_id').where('id', '=', itemId).executeTakeFirst();
    if (item === undefined || (projectId !== null && item.project_id !== projectId)) throw notFound('item', itemId);
    ofItem = item.project_id;
  } else if (projectId !== null) {
    const project = await trx.selectFrom('projects').select('id').where('id', '=', projectId).executeTakeFirst();
    if (project === undefined) throw notFound('project', projectId);
  }
  if (goldenSampleId === null) return { projectId: ofItem ?? projectId, goldenRoundId: null };
  const golden = await trx
    .selectFrom('sample_rounds')
    .select('id')
    .where('golden_sample_id', '=', goldenSampleId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  // A sample that was golden once and is not any more stays the reference of what was inspected against it.
  if (golden === undefined) {
    const sample = await trx
      .selectFrom('samples')
      .select('round_id')
      .where('id', '=', goldenSampleId)
      .executeTakeFirst();
    if (sample === undefined) throw notFound('sample', goldenSampleId);
    return { projectId: ofItem ?? projectId, goldenRoundId: sample.round_id };
  }
  return { projectId: ofItem ?? projectId, goldenRoundId: golden.id };
}

async function insertInspection(
  { trx, now }: Scope,
  fields: Planned,
  own: { id: Id; kind: Inspection['kind']; supplierId: Id; previousId: Id | null },
): Promise<void> {
  await trx
    .insertInto('inspections')
    .values({
      id: own.id,
      number: await nextInspectionNumber(trx),
      kind: own.kind,
      supplier_id: own.supplierId,
      project_id: fields.projectId,
      item_id: fields.itemId,
      previous_id: own.previousId,
      golden_sample_id: fields.goldenSampleId,
      title: fields.title,
      batch: fields.batch,
      planned_on: fields.plannedOn,
      done_on: fields.doneOn,
      place: fields.place,
      inspector: fields.inspector,
      order_quantity: fields.orderQuantity,
      lot_size: fields.lotSize,
      level: fields.level,
      aql_critical: fields.aqlCritical,
      aql_major: fields.aqlMajor,
      aql_minor: fields.aqlMinor,
      inspected_quantity: fields.inspectedQuantity,
      result: 'open',
      override_result: null,
      override_reason: '',
      override_by: '',
      override_at: null,
      closed_at: null,
      notes: fields.notes,
      created_at: now,
      updated_at: now,
      deleted_at: null,
    })
    .execute();
}
