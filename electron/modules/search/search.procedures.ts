import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SearchHit } from '../../../shared/contract/search.ts';
import { api, needsWorkspace } from '../../core/procedure.ts';
import { containsPattern } from '../../db/search-pattern.ts';

/** Hits shown per noun; the palette is for jumping, lists are for searching. */
const LIMIT = 8;

export const searchProcedures = {
  find: api.search.find.use(needsWorkspace).handler(async ({ input, context }): Promise<SearchHit[]> => {
    const { db } = context.workspace.database;
    const named = matcher(containsPattern(input.text));
    const [projects, suppliers, items] = await Promise.all([
      db
        .selectFrom('projects')
        .where('deleted_at', 'is', null)
        .where(() => named(sql`name_en`, sql`name_zh`))
        .orderBy('updated_at', 'desc')
        .limit(LIMIT)
        .selectAll()
        .execute(),
      db
        .selectFrom('suppliers')
        .where('deleted_at', 'is', null)
        .where(() => named(sql`name_en`, sql`name_zh`, sql`contact_name`))
        .orderBy('updated_at', 'desc')
        .limit(LIMIT)
        .selectAll()
        .execute(),
      db
        .selectFrom('items')
        .innerJoin('projects', 'projects.id', 'items.project_id')
        .where('items.deleted_at', 'is', null)
        .where('projects.deleted_at', 'is', null)
        .where(() => named(sql`items.name_en`, sql`items.name_zh`, sql`items.specification`))
        .orderBy('items.id', 'desc')
        .limit(LIMIT)
        .select(['items.id', 'items.project_id', 'items.name_en', 'items.name_zh'])
        .select(['projects.name_en as project_en', 'projects.name_zh as project_zh'])
        .execute(),
    ]);
    return [
      ...projects.map((row): SearchHit => {
        return { noun: 'project', id: row.id, projectId: row.id, title: join(row.name_en, row.name_zh), context: '' };
      }),
      ...suppliers.map((row): SearchHit => {
        const title = join(row.name_en, row.name_zh);
        return { noun: 'supplier', id: row.id, projectId: null, title, context: row.region };
      }),
      ...items.map((row): SearchHit => {
        const title = join(row.name_en, row.name_zh);
        return {
          noun: 'item',
          id: row.id,
          projectId: row.project_id,
          title,
          context: row.project_en || row.project_zh,
        };
      }),
    ];
  }),
};

function matcher(pattern: string): (...columns: RawBuilder<unknown>[]) => Expression<SqlBool> {
  return (...columns) =>
    sql<SqlBool>`(${sql.join(
      columns.map((column) => sql`${column} LIKE ${pattern} ESCAPE '\\'`),
      sql` OR `,
    )})`;
}

function join(nameEn: string, nameZh: string): string {
  return [nameEn, nameZh].filter((name) => name !== '').join(' · ');
}
