import { SAMPLE_AWARD, SAMPLE_SCENARIOS, type SampleScenario } from '../../../../resources/sample/awards.ts';
import type { AwardFields } from '../../../../shared/contract/awards.ts';
import { GATE_POINTS } from '../../../../shared/domain/awards/award.ts';
import type { ScenarioResult } from '../../../../shared/domain/awards/types.ts';
import { addDays, shanghaiDate } from '../../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { type ActionScope, runAction } from '../../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../../core/core-state.ts';
import { findAward } from '../../awards/awards.queries.ts';
import { freezeAward, prepareAward } from '../../awards/confirm-award.ts';
import type { SolverThread } from '../../awards/run-solver.ts';
import { saveAward } from '../../awards/save-award.ts';
import { savePoint } from '../../awards/save-point.ts';
import { insertScenario } from '../../awards/save-scenario.ts';
import { awardInputFor } from '../../awards/solve-project.ts';
import { compareProject } from '../../comparisons/compare-project.ts';

/** Projects of the sample that scenarios name. */
export type SampleProjectIds = Readonly<Record<'straws' | 'lights', Id>>;

const LABEL = { key: 'fillSample', params: {} };

/** Scenarios for two projects of the sample, found like anybody's, and the lights awarded, confirmed and frozen. */
export async function fillAwards(
  core: CoreState,
  workspace: OpenedWorkspace,
  projects: SampleProjectIds,
  solver: SolverThread,
): Promise<void> {
  const solved: SolvedSample[] = [];
  for (const scenario of SAMPLE_SCENARIOS) {
    solved.push(await solveSample(core, workspace, solver, scenario, projects));
  }
  const lights = solved.find(({ sample }) => sample.project === 'lights');
  const { result: awardId } = await runAction(core, workspace, LABEL, async (scope) => {
    let scenarioId: Id | null = null;
    for (const one of solved) {
      const id = await insertScenario(scope, one, one.sample.name, SAMPLE_AWARD.confirmedBy);
      if (one === lights) scenarioId = id;
    }
    if (lights === undefined || scenarioId === null || lights.result.state !== 'solved') return null;
    return draftAward(core, scope, lights, lights.result, scenarioId);
  });
  const row = awardId === null ? null : await findAward(workspace.database.db, awardId);
  if (row === null) return;
  const ready = await prepareAward(core, workspace, row);
  await runAction(core, workspace, LABEL, (scope) => freezeAward(scope, row, ready, SAMPLE_AWARD.confirmedBy));
}

type SolvedSample = Awaited<ReturnType<typeof solveSample>>;

async function solveSample(
  core: CoreState,
  workspace: OpenedWorkspace,
  solver: SolverThread,
  sample: SampleScenario,
  projects: SampleProjectIds,
) {
  const projectId = sample.project === 'lights' ? projects.lights : projects.straws;
  const compared = await compareProject(core, workspace, {
    projectId,
    basis: 'comparable',
    currency: null,
    quantityPercent: 100,
  });
  const input = awardInputFor(compared);
  const request = { kind: sample.kind, limits: sample.limits, buyUp: false, incumbentId: null };
  const result = await solver.solve({ input, request, timeLimitSeconds: 20 });
  return { sample, compared, projectId, input, request, result, asOf: compared.options.asOf, quantityPercent: 100 };
}

async function draftAward(
  core: CoreState,
  scope: ActionScope,
  { compared, input }: SolvedSample,
  result: Extract<ScenarioResult, { state: 'solved' }>,
  scenarioId: Id,
): Promise<Id> {
  const today = shanghaiDate(core.options.clock());
  const awarded = new Set(result.award.orders.map(({ supplierId }) => supplierId));
  const alternate = input.suppliers.find(({ supplierId }) => !awarded.has(supplierId));
  const fields: AwardFields = {
    source: 'scenario',
    scenarioId,
    basis: input.basis,
    reasons: SAMPLE_AWARD.reasons,
    suppliers: result.award.orders.map(({ supplierId, lines }) => ({
      supplierId,
      note: '',
      notComparableReason: '',
      lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    })),
    alternates: alternate === undefined ? [] : [{ supplierId: alternate.supplierId, note: SAMPLE_AWARD.alternateNote }],
    approvals: SAMPLE_AWARD.approvals.map((one) => ({
      ...one,
      decision: 'approved' as const,
      decidedOn: addDays(today, -1),
    })),
  };
  const awardId = await saveAward(scope, compared.project, null, fields);
  for (const supplierId of awarded) {
    for (const point of GATE_POINTS) {
      const isWaived = point === SAMPLE_AWARD.waived.point;
      await savePoint(scope, {
        awardId,
        supplierId,
        point,
        revision: null,
        state: isWaived ? 'waived' : 'confirmed',
        evidence: SAMPLE_AWARD.evidence[point] ?? '',
        reason: isWaived ? SAMPLE_AWARD.waived.reason : '',
        settledBy: SAMPLE_AWARD.confirmedBy,
        settledOn: addDays(today, -2),
      });
    }
  }
  return awardId;
}
