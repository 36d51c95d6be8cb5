import { type Kysely, sql } from 'kysely';
import type { Communication, CommunicationFields } from '../../../shared/contract/communications.ts';
import { COMMUNICATION_CHANNELS, DIRECTIONS } from '../../../shared/domain/suppliers/words.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';
import { containsPattern } from '../../db/search-pattern.ts';
import { storedWord } from '../../db/stored-words.ts';

export interface CommunicationListQuery {
  readonly supplierId: Id;
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

/** One page of what was said with a supplier, newest first. */
export async function listCommunications(
  db: Kysely<Database>,
  query: CommunicationListQuery,
): Promise<{ rows: Communication[]; total: number }> {
  const rows = await communicationPage(db, query).execute();
  const { total } = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return {
    rows: rows.map((row) => ({
      id: row.id,
      supplierId: row.supplier_id,
      projectId: row.project_id,
      projectName: row.project_name,
      happenedOn: row.happened_on,
      channel: storedWord(COMMUNICATION_CHANNELS, row.channel),
      direction: storedWord(DIRECTIONS, row.direction),
      person: row.person,
      summary: row.summary,
      revision: row.revision,
      fileCount: row.file_count,
    })),
    total,
  };
}

/** The query behind one page; exported so that a test can read its plan. */
export function communicationPage(db: Kysely<Database>, query: CommunicationListQuery) {
  return matching(db, query)
    .leftJoin('projects', 'projects.id', 'supplier_communications.project_id')
    .selectAll('supplier_communications')
    .select([
      sql<string>`coalesce(nullif(projects.name_en, ''), projects.name_zh, '')`.as('project_name'),
      sql<number>`(SELECT count(*) FROM attachment_links
        WHERE owner_kind = 'supplierCommunication' AND owner_id = supplier_communications.id)`.as('file_count'),
    ])
    .orderBy('happened_on', 'desc')
    .orderBy('supplier_communications.id', 'desc')
    .limit(query.limit)
    .offset(query.offset);
}

function matching(db: Kysely<Database>, { supplierId, search }: CommunicationListQuery) {
  const found = db
    .selectFrom('supplier_communications')
    .where('supplier_communications.supplier_id', '=', supplierId)
    .where('supplier_communications.deleted_at', 'is', null);
  if (search.trim() === '') return found;
  const pattern = containsPattern(search);
  return found.where(sql<boolean>`(summary LIKE ${pattern} ESCAPE '\\' OR person LIKE ${pattern} ESCAPE '\\')`);
}

export function communicationColumns(fields: CommunicationFields) {
  const { projectId, happenedOn, ...others } = fields;
  return { ...others, project_id: projectId, happened_on: happenedOn };
}
