import { dossierOf } from '../../shared/domain/reports/dossier.ts';
import type { EvaluationReport } from '../../shared/domain/reports/types.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';
import { refused } from '../core/procedure.ts';
import { awardOfProject, findDecision, listReopenings } from '../modules/awards/awards.queries.ts';

/** The dossier of the decision a project's award stands by. Errors: REFUSED while the award is not confirmed. */
export async function buildDossier(
  core: CoreState,
  workspace: OpenedWorkspace,
  projectId: Id,
): Promise<EvaluationReport> {
  const { db } = workspace.database;
  const award = await awardOfProject(db, projectId);
  const snapshotId = award?.confirmed_snapshot_id ?? null;
  const found = snapshotId === null ? null : await findDecision(db, snapshotId);
  if (award === null || found === null) throw refused('award', 'awardNotConfirmed');
  return dossierOf(found.decision, await listReopenings(db, award.id), {
    createdBy: core.options.actor,
    createdAt: core.options.clock().toISOString(),
  });
}
