import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { StoredScenario } from '../../../shared/contract/awards.ts';
import type { FrozenScenario } from '../../../shared/domain/awards/award.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { AwardScenariosTable } from '../../db/award-tables.ts';
import type { Database } from '../../db/schema.ts';

/** The saved scenarios of a project in the order they were saved, without those in the bin. */
export async function listScenarios(db: Kysely<Database>, projectId: Id): Promise<StoredScenario[]> {
  const rows = await db
    .selectFrom('award_scenarios')
    .selectAll()
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .orderBy('number')
    .execute();
  return rows.map(toStored);
}

export async function findScenario(
  db: Kysely<Database>,
  id: Id,
): Promise<(StoredScenario & { readonly projectId: Id }) | null> {
  const row = await db
    .selectFrom('award_scenarios')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...toStored(row), projectId: row.project_id };
}

/** One more than any the project ever had, so that a number is never given twice. */
export async function nextScenarioNumber(db: Kysely<Database>, projectId: Id): Promise<number> {
  const row = await db
    .selectFrom('award_scenarios')
    .where('project_id', '=', projectId)
    .select((eb) => eb.fn.max<number | null>('number').as('number'))
    .executeTakeFirst();
  return (row?.number ?? 0) + 1;
}

export function hashOf(payload: string): string {
  return createHash('sha256').update(payload).digest('hex');
}

function toStored(row: Selectable<AwardScenariosTable>): StoredScenario {
  const scenario: FrozenScenario = JSON.parse(row.payload);
  return {
    id: row.id,
    revision: row.revision,
    // The name may change; what was found may not.
    scenario: { ...scenario, name: row.name },
    intact: hashOf(row.payload) === row.sha256,
  };
}
