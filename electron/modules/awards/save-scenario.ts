import type { FrozenScenario } from '../../../shared/domain/awards/award.ts';
import { AWARD_RULE_VERSION } from '../../../shared/domain/awards/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ActionScope } from '../../core/action.ts';
import { hashOf, nextScenarioNumber } from './scenarios.queries.ts';
import type { KeptSolution } from './solve-project.ts';

/** Stores what was found with everything it rests on, sealed by its hash. Gives its id. */
export async function insertScenario(
  { trx, newId, now }: ActionScope,
  { projectId, asOf, quantityPercent, input, request, result }: Omit<KeptSolution, 'solvedId' | 'seconds'>,
  name: string,
  actor: string,
): Promise<Id> {
  const id = newId();
  const number = await nextScenarioNumber(trx, projectId);
  const frozen: FrozenScenario = {
    formatVersion: 1,
    ruleVersion: AWARD_RULE_VERSION,
    number,
    name,
    createdBy: actor,
    createdAt: now,
    asOf,
    quantityPercent,
    input,
    request,
    result,
  };
  const payload = JSON.stringify(frozen);
  await trx
    .insertInto('award_scenarios')
    .values({
      id,
      project_id: projectId,
      number,
      name,
      payload,
      sha256: hashOf(payload),
      created_by: actor,
      created_at: now,
      deleted_at: null,
    })
    .execute();
  return id;
}
