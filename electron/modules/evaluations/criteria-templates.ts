import type { Kysely, Selectable } from 'kysely';
import * as z from 'zod';
import { type CriteriaTemplate, criteriaTemplate, type PlacedCriterion } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../core/action.ts';
import { notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import type { CriteriaTemplatesTable, Database } from '../../db/schema.ts';
import { requireValid } from './save-criteria.ts';

/** The workspace's own templates by name. */
export async function listTemplates(db: Kysely<Database>): Promise<CriteriaTemplate[]> {
  const rows = await db
    .selectFrom('criteria_templates')
    .selectAll()
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(toTemplate);
}

/** Keeps a tree under a name; it must be one that a project could use. */
export async function saveTemplate(
  { trx, newId, now }: Pick<ActionScope, 'trx' | 'newId' | 'now'>,
  { name, criteria }: { readonly name: string; readonly criteria: readonly PlacedCriterion[] },
): Promise<CriteriaTemplate> {
  requireValid(criteria.map((criterion, index) => ({ ...criterion, id: String(index) })));
  if ((await listTemplates(trx)).some((template) => template.name === name)) throw refused('name', 'duplicate');
  const row = { id: newId(), name, criteria: JSON.stringify(criteria), created_at: now, deleted_at: null };
  await trx.insertInto('criteria_templates').values(row).execute();
  return toTemplate({ ...row, revision: 1 });
}

export async function removeTemplate(
  { trx, now }: Pick<ActionScope, 'trx' | 'now'>,
  { id, revision }: { readonly id: Id; readonly revision: number },
): Promise<void> {
  await requireRevision(trx, 'criteria_templates', 'criteriaTemplate', id, revision);
  await trx
    .updateTable('criteria_templates')
    .set({ deleted_at: now, revision: revision + 1 })
    .where('id', '=', id)
    .execute();
}

export async function findTemplate(db: Kysely<Database>, id: Id): Promise<CriteriaTemplate> {
  const found = (await listTemplates(db)).find((template) => template.id === id);
  if (found === undefined) throw notFound('criteriaTemplate', id);
  return found;
}

const storedCriteria = z.string().transform((text) => criteriaTemplate.shape.criteria.parse(JSON.parse(text)));

function toTemplate(row: Selectable<CriteriaTemplatesTable>): CriteriaTemplate {
  return { id: row.id, name: row.name, criteria: storedCriteria.parse(row.criteria), revision: row.revision };
}
