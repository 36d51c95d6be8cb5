import type { Kysely, Selectable } from 'kysely';
import type { Criterion, Score } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CriteriaTable, Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

export const CRITERION_KINDS = ['price', 'manual'] as const;

/** The criteria of a project in their order. */
export async function listCriteria(db: Kysely<Database>, projectId: Id): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criteria')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toCriterion);
}

/** All scores given on a project's criteria. */
export async function listScores(db: Kysely<Database>, projectId: Id): Promise<Score[]> {
  const rows = await db
    .selectFrom('scores')
    .innerJoin('criteria', 'criteria.id', 'scores.criterion_id')
    .where('criteria.project_id', '=', projectId)
    .selectAll('scores')
    .execute();
  return rows.map((row) => ({
    criterionId: row.criterion_id,
    supplierId: row.supplier_id,
    scoreHundredths: row.score_hundredths,
    reason: row.reason,
    revision: row.revision,
  }));
}

function toCriterion(row: Selectable<CriteriaTable>): Criterion {
  return {
    id: row.id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    kind: storedWord(CRITERION_KINDS, row.kind),
    weightBp: row.weight_bp,
    knockoutMinimumHundredths: row.knockout_minimum_hundredths,
    revision: row.revision,
  };
}
