import type { Kysely, Selectable } from 'kysely';
import { LISTS, type ListName, type ListView, listSettings } from '../../../shared/contract/list-views.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, ListViewsTable } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

export async function listListViews(db: Kysely<Database>, list: ListName): Promise<ListView[]> {
  const rows = await db
    .selectFrom('list_views')
    .selectAll()
    .where('list', '=', list)
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .execute();
  return rows.map(toListView);
}

export async function findListView(db: Kysely<Database>, id: Id): Promise<ListView | null> {
  const row = await db
    .selectFrom('list_views')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toListView(row);
}

function toListView(row: Selectable<ListViewsTable>): ListView {
  return {
    id: row.id,
    list: storedWord(LISTS, row.list),
    name: row.name,
    settings: listSettings.parse(JSON.parse(row.settings)),
    isDefault: row.is_default === 1,
    revision: row.revision,
  };
}
