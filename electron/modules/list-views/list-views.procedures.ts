import type { Kysely } from 'kysely';
import type { ListName, ListView } from '../../../shared/contract/list-views.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { type ActionScope, runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import type { Database } from '../../db/schema.ts';
import { findListView, listListViews } from './list-views.queries.ts';

export const listViewsProcedures = {
  list: api.listViews.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listListViews(context.workspace.database.db, input.list)),

  create: api.listViews.create.use(needsWritable).handler(async ({ input, context }) => {
    const label = { key: 'createListView', params: { name: input.name } };
    const { result } = await runAction(context.core, context.workspace, label, async ({ trx, newId, now }) => {
      await requireOwnName(trx, input.list, input.name, null);
      const id = newId();
      await trx
        .insertInto('list_views')
        .values({
          id,
          list: input.list,
          name: input.name,
          settings: JSON.stringify(input.settings),
          is_default: 0,
          created_at: now,
          updated_at: now,
          deleted_at: null,
        })
        .execute();
      return requireView(trx, id);
    });
    return result;
  }),

  update: api.listViews.update.use(needsWritable).handler(async ({ input, context }) => {
    const { id, revision, changes } = input;
    const before = await requireView(context.workspace.database.db, id);
    const name = changes.name ?? before.name;
    const label = { key: 'updateListView', params: { name } };
    const { result } = await runAction(context.core, context.workspace, label, async ({ trx, now }) => {
      await requireRevision(trx, 'list_views', 'listView', id, revision);
      await requireOwnName(trx, before.list, name, id);
      if (changes.isDefault === true) await takeDefault({ trx, now }, before.list, id);
      await trx
        .updateTable('list_views')
        .set({
          name,
          settings: changes.settings && JSON.stringify(changes.settings),
          is_default: changes.isDefault === undefined ? undefined : changes.isDefault ? 1 : 0,
          updated_at: now,
          revision: revision + 1,
        })
        .where('id', '=', id)
        .execute();
      return requireView(trx, id);
    });
    return result;
  }),

  remove: api.listViews.remove.use(needsWritable).handler(async ({ input, context }) => {
    const { id, revision } = input;
    const { name } = await requireView(context.workspace.database.db, id);
    const label = { key: 'removeListView', params: { name } };
    const { actionId } = await runAction(context.core, context.workspace, label, async ({ trx, now }) => {
      await requireRevision(trx, 'list_views', 'listView', id, revision);
      await trx
        .updateTable('list_views')
        .set({ deleted_at: now, revision: revision + 1 })
        .where('id', '=', id)
        .execute();
    });
    return { actionId };
  }),
};

async function requireView(db: Kysely<Database>, id: Id): Promise<ListView> {
  const view = await findListView(db, id);
  if (view === null) throw notFound('listView', id);
  return view;
}

async function requireOwnName(trx: Trx, list: ListName, name: string, own: Id | null): Promise<void> {
  if (name === '') throw refused('name', 'required');
  const views = await listListViews(trx, list);
  if (views.some((view) => view.id !== own && view.name === name)) throw refused('name', 'duplicate');
}

/** A list opens with one view at most: whichever had it gives it up. */
async function takeDefault({ trx, now }: Pick<ActionScope, 'trx' | 'now'>, list: ListName, own: Id): Promise<void> {
  await trx
    .updateTable('list_views')
    .set((eb) => ({ is_default: 0, updated_at: now, revision: eb('revision', '+', 1) }))
    .where('list', '=', list)
    .where('is_default', '=', 1)
    .where('id', '<>', own)
    .execute();
}
