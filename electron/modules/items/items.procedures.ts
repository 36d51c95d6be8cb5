import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { insertMany } from '../../db/insert-many.ts';
import { findProject } from '../projects/projects.queries.ts';
import { itemColumns, itemRow, listItems } from './items.queries.ts';
import { placeItems } from './place-items.ts';

export const itemsProcedures = {
  list: api.items.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listItems(context.workspace.database.db, input.projectId)),

  save: api.items.save.use(needsWritable).handler(async ({ input, context }) => {
    const project = await findProject(context.workspace.database.db, input.projectId);
    if (project === null) throw notFound('project', input.projectId);
    const { create, update, remove, projectId } = input;
    for (const row of create) {
      if (row.nameEn === '' && row.nameZh === '') throw refused('name', 'nameRequired', { row: row.position + 1 });
    }
    const { result, actionId } = await runAction(
      context.core,
      context.workspace,
      {
        key: 'saveItems',
        params: { count: create.length + update.length + remove.length, name: project.nameEn || project.nameZh },
      },
      async ({ trx, newId, now }) => {
        const created = create.map((row) => itemRow(row, { id: newId(), projectId, position: row.position, now }));
        for (const { id, revision, changes } of update) {
          await requireOwnItem(trx, projectId, id, revision);
          await trx
            .updateTable('items')
            .set({ ...itemColumns(changes), revision: revision + 1 })
            .where('id', '=', id)
            .execute();
        }
        for (const { id, revision } of remove) {
          await requireOwnItem(trx, projectId, id, revision);
          await trx
            .updateTable('items')
            .set({ deleted_at: now, revision: revision + 1 })
            .where('id', '=', id)
            .execute();
        }
        const { places, moved } = placeItems(await listItems(trx, projectId), created);
        for (const { id, position } of moved) {
          await trx.updateTable('items').set({ position }).where('id', '=', id).execute();
        }
        await insertMany(
          trx,
          'items',
          created.map((row) => ({ ...row, position: places.get(row.id) ?? row.position })),
        );
        const items = await listItems(trx, projectId);
        const unnamed = items.findIndex((item) => item.nameEn === '' && item.nameZh === '');
        if (unnamed !== -1) throw refused('name', 'nameRequired', { row: unnamed + 1 });
        return { items, createdIds: created.map(({ id }) => id) };
      },
    );
    return { ...result, actionId };
  }),
};

/** As requireRevision; an item of another project is not found here. */
async function requireOwnItem(trx: Trx, projectId: Id, id: Id, revision: number): Promise<void> {
  await requireRevision(trx, 'items', 'item', id, revision);
  const own = await trx
    .selectFrom('items')
    .select('id')
    .where('id', '=', id)
    .where('project_id', '=', projectId)
    .executeTakeFirst();
  if (own === undefined) throw notFound('item', id);
}
