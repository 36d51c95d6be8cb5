import type { ScenarioRequestInput, SolvedScenario } from '../../../shared/contract/awards.ts';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import { awardInputOf } from '../../../shared/domain/awards/award-input.ts';
import type { AwardInput, ScenarioRequest } from '../../../shared/domain/awards/types.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import { type ComparedProject, compareProject } from '../comparisons/compare-project.ts';
import { runSolver } from './run-solver.ts';

/** What was found and not saved yet. */
export interface KeptSolution extends SolvedScenario {
  readonly projectId: Id;
  readonly request: ScenarioRequest;
  readonly asOf: CalendarDate;
  readonly quantityPercent: number;
}

export type SolverProgress = (step: 'solving', secondsGone: number, gapBp: number | null) => void;

/** Works on a scenario of a project as it stands, and keeps what was found until it is saved. */
export async function solveForProject(
  core: CoreState,
  workspace: OpenedWorkspace,
  ask: { readonly query: ComparisonQuery; readonly request: ScenarioRequestInput; readonly timeLimitSeconds: number },
  { signal, onProgress }: { signal?: AbortSignal | undefined; onProgress?: SolverProgress },
): Promise<SolvedScenario> {
  const compared = await compareProject(core, workspace, ask.query);
  const input = awardInputFor(compared);
  const started = performance.now();
  let gapBp: number | null = null;
  const tell = () => onProgress?.('solving', Math.floor((performance.now() - started) / 1_000), gapBp);
  // The solver is silent through the long steps of its search.
  const ticking = setInterval(tell, 1_000);
  const solving = runSolver(
    core.options.workers.solver,
    { input, request: ask.request, timeLimitSeconds: ask.timeLimitSeconds },
    {
      signal,
      onProgress: ({ best, bound }) => {
        gapBp = gapOf(best, bound);
        tell();
      },
    },
  );
  const result = await solving.finally(() => clearInterval(ticking));
  const kept: KeptSolution = {
    solvedId: core.options.newId(),
    input,
    result,
    seconds: Math.round(performance.now() - started) / 1_000,
    projectId: ask.query.projectId,
    request: ask.request,
    asOf: compared.options.asOf,
    quantityPercent: ask.query.quantityPercent,
  };
  keep(core, kept);
  const { solvedId, seconds } = kept;
  return { solvedId, input, result, seconds };
}

/** How much of the best answer so far may still be saved, hundredths of a percent rounded up. */
function gapOf(best: number | null, bound: number | null): number | null {
  if (best === null || bound === null || best <= 0) return null;
  return Math.max(0, Math.ceil(((best - bound) * 10_000) / best));
}

export function awardInputFor({ project, input, options }: ComparedProject): AwardInput {
  return awardInputOf(input, options, budgetOf(project));
}

export function findSolution(core: CoreState, solvedId: Id): KeptSolution {
  const kept = solutions.get(core)?.get(solvedId);
  if (kept === undefined) throw notFound('scenario', solvedId);
  return kept;
}

function budgetOf({ budgetMinor, currency }: Project) {
  return { minor: budgetMinor, currency };
}

/** As many answers are kept as somebody may compare before saving one. */
const KEPT = 30;
const solutions = new WeakMap<CoreState, Map<Id, KeptSolution>>();

function keep(core: CoreState, solution: KeptSolution): void {
  const own = solutions.get(core) ?? new Map<Id, KeptSolution>();
  solutions.set(core, own);
  own.set(solution.solvedId, solution);
  const oldest = own.keys().next().value;
  if (own.size > KEPT && oldest !== undefined) own.delete(oldest);
}
