import type { Kysely } from 'kysely';
import * as z from 'zod';
import { type ChecklistPointInput, checklistChoice } from '../../../shared/contract/checklists.ts';
import {
  CHECKLIST_SECTIONS,
  type ChecklistAnswer,
  type ChecklistPoint,
  POINT_KINDS,
} from '../../../shared/domain/checklists/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { insertMany } from '../../db/insert-many.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

/** Whose checklist it is. */
export type ChecklistOwner = { readonly roundId: Id } | { readonly inspectionId: Id };

const storedChoices = z.array(checklistChoice);
const storedReadings = z.array(z.string());

export async function listPoints(db: Kysely<Database>, owner: ChecklistOwner): Promise<ChecklistPoint[]> {
  const [column, ownerId] = ownerColumn(owner);
  const rows = await db
    .selectFrom('checklist_points')
    .selectAll()
    .where(column, '=', ownerId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    originId: row.origin_id,
    section: storedWord(CHECKLIST_SECTIONS, row.section),
    nameEn: row.name_en,
    nameZh: row.name_zh,
    kind: storedWord(POINT_KINDS, row.kind),
    unit: row.unit,
    lower: row.lower,
    upper: row.upper,
    choices: storedChoices.parse(JSON.parse(row.choices)),
    weight: row.weight,
    isCritical: row.is_critical === 1,
  }));
}

/** Everything answered on a checklist, by the sample it was answered for (null: an inspection). */
export async function listAnswers(
  db: Kysely<Database>,
  owner: ChecklistOwner,
): Promise<ReadonlyMap<Id | null, ChecklistAnswer[]>> {
  const [column, ownerId] = ownerColumn(owner);
  const rows = await db
    .selectFrom('checklist_answers')
    .innerJoin('checklist_points', 'checklist_points.id', 'checklist_answers.point_id')
    .where(`checklist_points.${column}`, '=', ownerId)
    .select([
      'checklist_answers.point_id',
      'checklist_answers.sample_id',
      'checklist_answers.readings',
      'checklist_answers.choice',
      'checklist_answers.notes',
    ])
    .orderBy('checklist_points.position')
    .execute();
  const answers = new Map<Id | null, ChecklistAnswer[]>();
  for (const row of rows) {
    const own = answers.get(row.sample_id) ?? [];
    own.push({
      pointId: row.point_id,
      readings: readReadings(row.readings),
      choice: row.choice,
      notes: row.notes,
    });
    answers.set(row.sample_id, own);
  }
  return answers;
}

export function readReadings(stored: string): string[] {
  return storedReadings.parse(JSON.parse(stored));
}

/** Writes a list as one set; answers of points that are taken out go with them. */
export async function replacePoints(
  trx: Trx,
  owner: ChecklistOwner,
  points: readonly ChecklistPointInput[],
  newId: () => Id,
): Promise<void> {
  const stored = await listPoints(trx, owner);
  const known = new Map(stored.map((point) => [point.id, point]));
  const kept = new Set(points.flatMap(({ id }) => id ?? []));
  for (const { id } of stored) {
    if (kept.has(id)) continue;
    await trx.deleteFrom('checklist_answers').where('point_id', '=', id).execute();
    await trx.deleteFrom('checklist_points').where('id', '=', id).execute();
  }
  for (const [position, point] of points.entries()) {
    const columns = pointColumns(point, position);
    if (point.id !== null && known.has(point.id)) {
      await trx.updateTable('checklist_points').set(columns).where('id', '=', point.id).execute();
    } else {
      const id = newId();
      await trx
        .insertInto('checklist_points')
        .values({ id, ...ownerIds(owner), origin_id: id, ...columns })
        .execute();
    }
  }
}

/** Gives a round or an inspection a list of its own; copies of another's points keep their origin. */
export async function insertPoints(
  trx: Trx,
  owner: ChecklistOwner,
  points: readonly (Omit<ChecklistPoint, 'id' | 'originId'> & { readonly originId?: Id })[],
  newId: () => Id,
): Promise<void> {
  await insertMany(
    trx,
    'checklist_points',
    points.map((point, position) => {
      const id = newId();
      return { id, ...ownerIds(owner), origin_id: point.originId ?? id, ...pointColumns(point, position) };
    }),
  );
}

/** Writes the answers given; an empty one is taken away. Points must be the caller's. */
export async function writeAnswers(
  trx: Trx,
  sampleId: Id | null,
  answers: readonly ChecklistAnswer[],
  newId: () => Id,
): Promise<void> {
  for (const { pointId, readings, choice, notes } of answers) {
    let stored = trx.selectFrom('checklist_answers').select('id').where('point_id', '=', pointId);
    stored = sampleId === null ? stored.where('sample_id', 'is', null) : stored.where('sample_id', '=', sampleId);
    const found = await stored.executeTakeFirst();
    const columns = { readings: JSON.stringify(readings), choice, notes };
    const isEmpty = readings.length === 0 && choice === null && notes === '';
    if (found === undefined) {
      if (isEmpty) continue;
      await trx
        .insertInto('checklist_answers')
        .values({ id: newId(), point_id: pointId, sample_id: sampleId, ...columns })
        .execute();
    } else if (isEmpty) {
      await trx.deleteFrom('checklist_answers').where('id', '=', found.id).execute();
    } else {
      await trx.updateTable('checklist_answers').set(columns).where('id', '=', found.id).execute();
    }
  }
}

function pointColumns(point: Omit<ChecklistPoint, 'id' | 'originId'>, position: number) {
  return {
    position,
    section: point.section,
    name_en: point.nameEn,
    name_zh: point.nameZh,
    kind: point.kind,
    unit: point.kind === 'reading' ? point.unit : '',
    lower: point.kind === 'reading' ? point.lower : null,
    upper: point.kind === 'reading' ? point.upper : null,
    choices: JSON.stringify(point.kind === 'choice' ? point.choices : []),
    weight: point.weight,
    is_critical: point.isCritical ? (1 as const) : (0 as const),
  };
}

function ownerIds(owner: ChecklistOwner): { round_id: Id | null; inspection_id: Id | null } {
  return 'roundId' in owner
    ? { round_id: owner.roundId, inspection_id: null }
    : { round_id: null, inspection_id: owner.inspectionId };
}

function ownerColumn(owner: ChecklistOwner): ['round_id' | 'inspection_id', Id] {
  return 'roundId' in owner ? ['round_id', owner.roundId] : ['inspection_id', owner.inspectionId];
}
