import { type Kysely, sql } from 'kysely';
import type { ItemSource, SourcedItem } from '../../../shared/contract/item-sources.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import type { StandingsToday } from '../suppliers/supplier-list.queries.ts';

const CANDIDATES = 30;

interface SourceRow {
  item_id: Id;
  project_id: Id;
  item_en: string;
  item_zh: string;
  project_en: string;
  project_zh: string;
  supplier_id: Id;
  name_en: string;
  name_zh: string;
  source_id: Id | null;
  qualification_hundredths: number | null;
  disqualified: number;
}

/** The items a supplier quotes or is named as a source of, each with everybody who is. */
export async function itemsOfSupplier(
  db: Kysely<Database>,
  supplierId: Id,
  { renewed }: StandingsToday,
): Promise<SourcedItem[]> {
  const { rows } = await sql<SourceRow>`
    WITH wanted AS (
      SELECT quote_lines.item_id AS id FROM quotes JOIN quote_lines ON quote_lines.quote_id = quotes.id
        WHERE quotes.supplier_id = ${supplierId} AND quotes.deleted_at IS NULL AND quote_lines.unit_price IS NOT NULL
      UNION SELECT item_id FROM item_sources WHERE supplier_id = ${supplierId}
    ), sources AS (
      SELECT quote_lines.item_id, quotes.supplier_id, NULL AS source_id
        FROM quote_lines JOIN quotes ON quotes.id = quote_lines.quote_id
        WHERE quote_lines.item_id IN wanted AND quotes.deleted_at IS NULL AND quote_lines.unit_price IS NOT NULL
      UNION ALL SELECT item_id, supplier_id, id FROM item_sources WHERE item_id IN wanted
    )
    SELECT items.id AS item_id, items.project_id, items.name_en AS item_en, items.name_zh AS item_zh,
      projects.name_en AS project_en, projects.name_zh AS project_zh, suppliers.id AS supplier_id,
      suppliers.name_en, suppliers.name_zh, max(sources.source_id) AS source_id,
      suppliers.qualification_hundredths, suppliers.disqualified
    FROM sources
      JOIN items ON items.id = sources.item_id JOIN projects ON projects.id = items.project_id
      JOIN suppliers ON suppliers.id = sources.supplier_id
    WHERE items.deleted_at IS NULL AND projects.deleted_at IS NULL AND suppliers.deleted_at IS NULL
    GROUP BY items.id, suppliers.id
    ORDER BY projects.created_at DESC, items.position, items.id, suppliers.qualification_hundredths DESC NULLS LAST, suppliers.id
  `.execute(db);
  const renewedOf = new Map(renewed.map(({ id, standing }) => [id, standing]));
  return [...Map.groupBy(rows, (row) => row.item_id).values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const sources = group.map((row): ItemSource => {
      const now = renewedOf.get(row.supplier_id);
      const score = now === undefined ? row.qualification_hundredths : now.qualificationHundredths;
      const disqualified = now === undefined ? row.disqualified === 1 : now.disqualified;
      return {
        supplierId: row.supplier_id,
        nameEn: row.name_en,
        nameZh: row.name_zh,
        sourceId: row.source_id,
        qualificationHundredths: score,
        disqualified,
        isQualified: !disqualified && score !== null,
      };
    });
    return [
      {
        itemId: first.item_id,
        projectId: first.project_id,
        nameEn: first.item_en,
        nameZh: first.item_zh,
        projectNameEn: first.project_en,
        projectNameZh: first.project_zh,
        sources: [...sources.filter((one) => one.isQualified), ...sources.filter((one) => !one.isQualified)],
        qualifiedCount: sources.filter((one) => one.isQualified).length,
      },
    ];
  });
}

/** Items of open projects that the supplier is no source of yet, the newest project first. */
export async function candidateItems(db: Kysely<Database>, supplierId: Id, search: string) {
  const pattern = containsPattern(search);
  const rows = await db
    .selectFrom('items')
    .innerJoin('projects', 'projects.id', 'items.project_id')
    .where('items.deleted_at', 'is', null)
    .where('projects.deleted_at', 'is', null)
    .where('projects.stage', '<>', 'closed')
    .where(sql<boolean>`(items.name_en LIKE ${pattern} ESCAPE '\\' OR items.name_zh LIKE ${pattern} ESCAPE '\\'
      OR projects.name_en LIKE ${pattern} ESCAPE '\\' OR projects.name_zh LIKE ${pattern} ESCAPE '\\')`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM item_sources WHERE item_id = items.id AND supplier_id = ${supplierId})`,
    )
    .where(sql<boolean>`NOT EXISTS (SELECT 1 FROM quote_lines JOIN quotes ON quotes.id = quote_lines.quote_id
      WHERE quote_lines.item_id = items.id AND quotes.supplier_id = ${supplierId}
        AND quotes.deleted_at IS NULL AND quote_lines.unit_price IS NOT NULL)`)
    .orderBy('projects.created_at', 'desc')
    .orderBy('items.position')
    .limit(CANDIDATES)
    .select([
      'items.id',
      'items.name_en',
      'items.name_zh',
      'projects.name_en as project_en',
      'projects.name_zh as project_zh',
    ])
    .execute();
  return rows.map((row) => ({
    itemId: row.id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    projectNameEn: row.project_en,
    projectNameZh: row.project_zh,
  }));
}
