import { SAMPLE_INSPECTIONS, SAMPLE_PAPERS } from '../../../../resources/sample/inspections.ts';
import type { SampleInspection } from '../../../../resources/sample/quality-types.ts';
import { SAMPLE_ROUNDS } from '../../../../resources/sample/sample-rounds.ts';
import { DEFAULT_LEVEL, DEFAULT_LIMITS } from '../../../../shared/domain/aql/plan.ts';
import { addDays } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../../core/action.ts';
import { listPoints, writeAnswers } from '../../checklists/checklists.queries.ts';
import { createInspection } from '../../inspections/create-inspection.ts';
import { refreshResult } from '../../inspections/inspection-details.ts';
import { replaceDefects } from '../../inspections/save-defects.ts';
import { documentColumns } from '../../quality-documents/quality-documents.queries.ts';
import { answersOf } from './fill-sample-rounds.ts';
import { attachPhotos } from './sample-photos.ts';
import { morningOf, type SamplePlace } from './sample-place.ts';

/** Inspections, visits and papers of the sample workspace. */
export async function fillInspections(
  scope: ActionScope,
  place: SamplePlace,
  goldenIds: readonly (Id | null)[],
): Promise<void> {
  let last: Id | null = null;
  for (const inspection of SAMPLE_INSPECTIONS) last = await fillInspection(scope, inspection, place, goldenIds, last);
  for (const paper of SAMPLE_PAPERS) {
    const { item, supplier, issuedDaysAgo, expiresInDays, ...fields } = paper;
    const { now, newId, trx } = { ...scope, now: morningOf(addDays(place.today, -issuedDaysAgo)) };
    const columns = documentColumns({
      ...fields,
      supplierId: place.supplierId(supplier),
      projectId: null,
      itemId: item === undefined ? null : place.itemId(...item),
      issuedOn: addDays(place.today, -issuedDaysAgo),
      expiresOn: expiresInDays === null ? null : addDays(place.today, expiresInDays),
      notes: '',
    });
    await trx
      .insertInto('quality_documents')
      .values({ id: newId(), ...columns, created_at: now, updated_at: now, deleted_at: null })
      .execute();
  }
}

async function fillInspection(
  scope: ActionScope,
  inspection: SampleInspection,
  place: SamplePlace,
  goldenIds: readonly (Id | null)[],
  last: Id | null,
): Promise<Id> {
  const { trx, newId } = scope;
  const { today } = place;
  const round = inspection.ofRound === undefined ? undefined : SAMPLE_ROUNDS[inspection.ofRound];
  const day = addDays(today, inspection.doneInDays ?? Math.min(inspection.plannedInDays, 0));
  const then = { ...scope, now: morningOf(day) };
  const id = await createInspection(then, {
    kind: inspection.kind,
    supplierId: place.supplierId(inspection.supplier),
    fields: {
      itemId: round === undefined ? null : place.itemId(round.project, round.line),
      projectId: null,
      goldenSampleId: inspection.ofRound === undefined ? null : (goldenIds[inspection.ofRound] ?? null),
      title: inspection.title,
      batch: inspection.batch ?? '',
      plannedOn: addDays(today, inspection.plannedInDays),
      doneOn: inspection.doneInDays === undefined ? null : addDays(today, inspection.doneInDays),
      place: inspection.place,
      inspector: inspection.inspector,
      orderQuantity: inspection.order ?? null,
      lotSize: inspection.lot ?? null,
      level: DEFAULT_LEVEL,
      aqlCritical: DEFAULT_LIMITS.critical,
      aqlMajor: DEFAULT_LIMITS.major,
      aqlMinor: DEFAULT_LIMITS.minor,
      inspectedQuantity: inspection.inspected ?? null,
      notes: inspection.notes,
    },
  });
  const keys = (round?.points ?? []).map(({ key }) => key);
  const points = await listPoints(trx, { inspectionId: id });
  await writeAnswers(trx, null, answersOf(inspection.answers ?? {}, points, keys), newId);
  await attachPhotos(then, place.photos, { ownerKind: 'inspection', ownerId: id }, inspection.photos ?? []);
  await fillDefects(then, id, inspection, place);
  if (inspection.override !== undefined) {
    const [result, reason] = inspection.override;
    await trx
      .updateTable('inspections')
      .set({
        override_result: result,
        override_reason: reason,
        override_by: place.actor,
        override_at: then.now,
      })
      .where('id', '=', id)
      .execute();
  }
  await refreshResult(trx, id);
  await trx
    .updateTable('inspections')
    .set({
      previous_id: inspection.repeatsLast === true ? last : null,
      closed_at: inspection.isClosed ? then.now : null,
    })
    .where('id', '=', id)
    .execute();
  return id;
}

async function fillDefects(
  scope: ActionScope,
  inspectionId: Id,
  { defects = [] }: SampleInspection,
  { photos }: SamplePlace,
): Promise<void> {
  const { trx, newId } = scope;
  const found = defects.map(({ class: one, count, text }) => ({ id: null, class: one, count, description: text }));
  await replaceDefects(trx, inspectionId, found, newId);
  const stored = await trx
    .selectFrom('inspection_defects')
    .select('id')
    .where('inspection_id', '=', inspectionId)
    .orderBy('position')
    .execute();
  for (const [position, { id }] of stored.entries()) {
    await attachPhotos(scope, photos, { ownerKind: 'inspectionDefect', ownerId: id }, defects[position]?.photos ?? []);
  }
}
