import type { Kysely, Selectable } from 'kysely';
import {
  CRITERION_KINDS,
  type Criterion,
  type Evaluator,
  type Judgement,
  type Score,
  type SheetSupplier,
  type StoredSettings,
} from '../../../shared/contract/evaluations.ts';
import { inTreeOrder } from '../../../shared/domain/evaluation/criteria-tree.ts';
import { AGGREGATIONS, CONFIDENCES } from '../../../shared/domain/evaluation/mean-scores.ts';
import { NORMALISATIONS } from '../../../shared/domain/evaluation/normalise.ts';
import { DEFAULT_SETTINGS, METHODS } from '../../../shared/domain/evaluation/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CriteriaTable, Database, EvaluatorsTable } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';
import { latestQuoteIds } from '../quotes/quotes.queries.ts';

/** The criteria of a project read from the top, each group before what it carries. */
export async function listCriteria(db: Kysely<Database>, projectId: Id): Promise<Criterion[]> {
  const rows = await db
    .selectFrom('criteria')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return inTreeOrder(rows.map(toCriterion)).map(({ node }) => node);
}

/** All scores given on a project's criteria, evaluator by evaluator. */
export async function listScores(db: Kysely<Database>, projectId: Id): Promise<Score[]> {
  const rows = await db
    .selectFrom('scores')
    .innerJoin('criteria', 'criteria.id', 'scores.criterion_id')
    .innerJoin('evaluators', 'evaluators.id', 'scores.evaluator_id')
    .where('criteria.project_id', '=', projectId)
    .orderBy('evaluators.position')
    .orderBy('scores.id')
    .selectAll('scores')
    .execute();
  return rows.map((row) => ({
    evaluatorId: row.evaluator_id,
    criterionId: row.criterion_id,
    supplierId: row.supplier_id,
    scoreHundredths: row.score_hundredths,
    confidence: storedWord(CONFIDENCES, row.confidence),
    reason: row.reason,
    revision: row.revision,
  }));
}

/** The evaluators of a project in their order. */
export async function listEvaluators(db: Kysely<Database>, projectId: Id): Promise<Evaluator[]> {
  const rows = await db
    .selectFrom('evaluators')
    .selectAll()
    .where('project_id', '=', projectId)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(toEvaluator);
}

export async function findEvaluator(
  db: Kysely<Database>,
  id: Id,
): Promise<{ readonly evaluator: Evaluator; readonly projectId: Id } | null> {
  const row = await db.selectFrom('evaluators').selectAll().where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : { evaluator: toEvaluator(row), projectId: row.project_id };
}

/** How a project is evaluated; the defaults while nobody has chosen. */
export async function findSettings(db: Kysely<Database>, projectId: Id): Promise<StoredSettings> {
  const row = await db.selectFrom('evaluations').selectAll().where('project_id', '=', projectId).executeTakeFirst();
  if (row === undefined) return { ...DEFAULT_SETTINGS, revision: null };
  return {
    method: storedWord(METHODS, row.method),
    normalisation: storedWord(NORMALISATIONS, row.normalisation),
    aggregation: storedWord(AGGREGATIONS, row.aggregation),
    revision: row.revision,
  };
}

/** The pairwise comparisons of a project's criteria. */
export async function listJudgements(db: Kysely<Database>, projectId: Id): Promise<Judgement[]> {
  const rows = await db
    .selectFrom('judgements')
    .innerJoin('criteria', 'criteria.id', 'judgements.first_id')
    .where('criteria.project_id', '=', projectId)
    .orderBy('judgements.id')
    .selectAll('judgements')
    .execute();
  return rows.map((row) => ({ firstId: row.first_id, secondId: row.second_id, intensity: row.intensity }));
}

/** Whoever has quoted in a project, by name alone. */
export async function listQuotingSuppliers(
  db: Kysely<Database>,
  projectId: Id,
): Promise<Omit<SheetSupplier, 'letter'>[]> {
  const quoteIds = await latestQuoteIds(db, projectId);
  if (quoteIds.length === 0) return [];
  const rows = await db
    .selectFrom('quotes')
    .innerJoin('suppliers', 'suppliers.id', 'quotes.supplier_id')
    .where('quotes.id', 'in', quoteIds)
    .orderBy('suppliers.id')
    .select(['suppliers.id', 'suppliers.name_en', 'suppliers.name_zh'])
    .execute();
  return rows.map((row) => ({ id: row.id, nameEn: row.name_en, nameZh: row.name_zh }));
}

function toCriterion(row: Selectable<CriteriaTable>): Criterion {
  return {
    id: row.id,
    parentId: row.parent_id,
    nameEn: row.name_en,
    nameZh: row.name_zh,
    kind: storedWord(CRITERION_KINDS, row.kind),
    weightBp: row.weight_bp,
    knockoutMinimumHundredths: row.knockout_minimum_hundredths,
    revision: row.revision,
  };
}

function toEvaluator(row: Selectable<EvaluatorsTable>): Evaluator {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    isBlind: row.is_blind === 1,
    hidesNames: row.hides_names === 1,
    handedInAt: row.handed_in_at,
    revision: row.revision,
  };
}
