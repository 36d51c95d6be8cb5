import { EVALUATOR_OF_ALL } from '../../../../resources/sample/evaluators.ts';
import type { SampleEvaluator, SampleProject } from '../../../../resources/sample/types.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../../core/action.ts';
import { insertMany } from '../../../db/insert-many.ts';

/** The criteria of a sample project, its evaluators and what they gave. */
export async function fillEvaluation(
  scope: ActionScope,
  project: SampleProject,
  projectId: Id,
  supplierId: (key: string) => Id,
): Promise<void> {
  const { trx, newId } = scope;
  const ids = new Map(project.criteria.map(({ key }) => [key, newId()]));
  const criterionId = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new Error(`the sample names a criterion it does not have: ${key}`);
    return id;
  };
  await insertMany(
    trx,
    'criteria',
    project.criteria.map((criterion, position) => ({
      id: criterionId(criterion.key),
      project_id: projectId,
      parent_id: criterion.group === undefined ? null : criterionId(criterion.group),
      position,
      name_en: criterion.en,
      name_zh: criterion.zh,
      kind: criterion.kind,
      weight_bp: criterion.weightBp,
      knockout_minimum_hundredths: criterion.minimum === null ? null : criterion.minimum * 100,
    })),
  );
  const first: SampleEvaluator = { ...EVALUATOR_OF_ALL, scores: project.scores };
  for (const [position, evaluator] of [first, ...(project.evaluators ?? [])].entries()) {
    if (Object.keys(evaluator.scores).length > 0) {
      await fillEvaluator(scope, evaluator, { projectId, position, criterionId, supplierId });
    }
  }
}

async function fillEvaluator(
  { trx, newId, now }: ActionScope,
  { name, role, isBlind, scores }: SampleEvaluator,
  place: {
    readonly projectId: Id;
    readonly position: number;
    readonly criterionId: (key: string) => Id;
    readonly supplierId: (key: string) => Id;
  },
): Promise<void> {
  const id = newId();
  await trx
    .insertInto('evaluators')
    .values({
      id,
      project_id: place.projectId,
      position: place.position,
      name,
      role,
      is_blind: isBlind ? 1 : 0,
      hides_names: 0,
      handed_in_at: isBlind ? now : null,
    })
    .execute();
  const rows = Object.entries(scores).flatMap(([supplier, given]) =>
    Object.entries(given).map(([criterion, [points, reason, confidence = 'medium']]) => ({
      id: newId(),
      evaluator_id: id,
      criterion_id: place.criterionId(criterion),
      supplier_id: place.supplierId(supplier),
      score_hundredths: points * 100,
      confidence,
      reason,
    })),
  );
  await insertMany(trx, 'scores', rows);
}
