import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import { refused } from '../../core/procedure.ts';

/** Refuses a project that is gone; null names none. */
export async function requireProject(trx: Trx, projectId: Id | null): Promise<void> {
  if (projectId === null) return;
  const found = await trx
    .selectFrom('projects')
    .select('id')
    .where('id', '=', projectId)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (found === undefined) throw refused('projectId', 'gone');
}
