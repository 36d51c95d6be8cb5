import {
  type Expression,
  type Kysely,
  type Selectable,
  type SelectQueryBuilder,
  type SqlBool,
  sql,
  type Updateable,
} from 'kysely';
import type { Project, ProjectFields, ProjectRow } from '../../../shared/contract/projects.ts';
import { PROJECT_STAGES, type ProjectStage } from '../../../shared/domain/projects/stages.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database, ProjectsTable } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord } from '../../db/stored-words.ts';

export interface ProjectListQuery {
  readonly search: string;
  readonly stages: readonly ProjectStage[];
  readonly sort: 'name' | 'stage' | 'needBy' | 'updatedAt';
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** One page of the projects that are not in the bin, with what each holds. */
export async function listProjects(
  db: Kysely<Database>,
  query: ProjectListQuery,
): Promise<{ rows: ProjectRow[]; total: number }> {
  const [rows, count] = await Promise.all([
    projectPage(db, query).execute(),
    filtered(db, query)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow(),
  ]);
  return { rows: rows.map(toProjectRow), total: count.total };
}

/** The query behind one page; exported so that a test can read its plan. */
export function projectPage(db: Kysely<Database>, query: ProjectListQuery) {
  const direction = query.descending ? 'desc' : 'asc';
  return withCounts(filtered(db, query))
    .orderBy(sortExpression(query.sort), direction)
    .orderBy('projects.id', direction)
    .limit(query.limit)
    .offset(query.offset);
}

/** A project with what it holds. */
export async function findProjectRow(db: Kysely<Database>, id: Id): Promise<ProjectRow | null> {
  const row = await withCounts(db.selectFrom('projects').where('projects.deleted_at', 'is', null))
    .where('projects.id', '=', id)
    .executeTakeFirst();
  return row === undefined ? null : toProjectRow(row);
}

export async function findProject(db: Kysely<Database>, id: Id): Promise<Project | null> {
  const row = await db
    .selectFrom('projects')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : toProject(row);
}

/** The columns behind the contract's fields; only those given. */
export function projectColumns(fields: Partial<ProjectFields>): Updateable<ProjectsTable> {
  return {
    name_en: fields.nameEn,
    name_zh: fields.nameZh,
    stage: fields.stage,
    currency: fields.currency,
    destination: fields.destination,
    need_by: fields.needBy,
    budget_minor: fields.budgetMinor,
    vat_recoverable: fields.vatRecoverable === undefined ? undefined : fields.vatRecoverable ? 1 : 0,
    comparison_date: fields.comparisonDate,
    notes: fields.notes,
  };
}

export function toProject(row: Selectable<ProjectsTable>): Project {
  return {
    id: row.id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    stage: storedWord(PROJECT_STAGES, row.stage),
    currency: row.currency,
    destination: row.destination,
    needBy: row.need_by,
    budgetMinor: row.budget_minor,
    vatRecoverable: row.vat_recoverable === 1,
    comparisonDate: row.comparison_date,
    notes: row.notes,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toProjectRow(
  row: Selectable<ProjectsTable> & {
    item_count: number | null;
    quote_count: number | null;
    supplier_count: number | null;
  },
): ProjectRow {
  return {
    ...toProject(row),
    itemCount: row.item_count ?? 0,
    quoteCount: row.quote_count ?? 0,
    supplierCount: row.supplier_count ?? 0,
  };
}

function withCounts(projects: SelectQueryBuilder<Database, 'projects', object>) {
  return projects.selectAll('projects').select((eb) => [
    eb
      .selectFrom('items')
      .whereRef('items.project_id', '=', 'projects.id')
      .where('items.deleted_at', 'is', null)
      .select((inner) => inner.fn.countAll<number>().as('count'))
      .as('item_count'),
    eb
      .selectFrom('quotes')
      .whereRef('quotes.project_id', '=', 'projects.id')
      .where('quotes.deleted_at', 'is', null)
      .select((inner) => inner.fn.countAll<number>().as('count'))
      .as('quote_count'),
    eb
      .selectFrom('quotes')
      .whereRef('quotes.project_id', '=', 'projects.id')
      .where('quotes.deleted_at', 'is', null)
      .select((inner) => inner.fn.count<number>('supplier_id').distinct().as('count'))
      .as('supplier_count'),
  ]);
}

function filtered(db: Kysely<Database>, { search, stages }: ProjectListQuery) {
  let query = db.selectFrom('projects').where('projects.deleted_at', 'is', null);
  if (stages.length > 0) query = query.where('stage', 'in', stages);
  if (search.trim() !== '') query = query.where(() => matches(search));
  return query;
}

function matches(search: string): Expression<SqlBool> {
  const pattern = containsPattern(search);
  return sql<SqlBool>`(name_en LIKE ${pattern} ESCAPE '\\' OR name_zh LIKE ${pattern} ESCAPE '\\')`;
}

function sortExpression(sort: ProjectListQuery['sort']): Expression<unknown> {
  if (sort === 'name') return sql`coalesce(nullif(projects.name_en, ''), projects.name_zh) COLLATE NOCASE`;
  if (sort === 'needBy') return sql`projects.need_by`;
  if (sort === 'updatedAt') return sql`projects.updated_at`;
  const order = PROJECT_STAGES.map((stage, index) => sql`WHEN ${stage} THEN ${sql.lit(index)}`);
  return sql`CASE projects.stage ${sql.join(order, sql` `)} END`;
}
