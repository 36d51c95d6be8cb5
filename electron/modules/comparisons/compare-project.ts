import { setImmediate } from 'node:timers/promises';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import { compare } from '../../../shared/domain/comparison/compare.ts';
import type { Comparison, ComparisonInput, ComparisonOptions } from '../../../shared/domain/comparison/types.ts';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { notFound } from '../../core/procedure.ts';
import { findProject } from '../projects/projects.queries.ts';
import { gatherComparison } from './comparisons.queries.ts';

export interface ComparedProject {
  readonly project: Project;
  readonly input: ComparisonInput;
  readonly options: ComparisonOptions;
  readonly comparison: Comparison;
}

/** Gathers a project and compares its quotes; the one way to a comparison for screen, evaluation and report. */
export async function compareProject(
  core: CoreState,
  workspace: OpenedWorkspace,
  query: ComparisonQuery,
): Promise<ComparedProject> {
  const { db } = workspace.database;
  const project = await findProject(db, query.projectId);
  if (project === null) throw notFound('project', query.projectId);
  // One reading of everything: an action in between would set new prices beside old items.
  const input = await db.transaction().execute((trx) => gatherComparison(trx, project));
  // Large comparisons are gathered and reckoned in two turns, so that nobody waits for both.
  await setImmediate();
  const options: ComparisonOptions = {
    basis: query.basis,
    currency: query.currency ?? project.currency,
    asOf: project.comparisonDate ?? shanghaiDate(core.options.clock()),
    quantityPercent: query.quantityPercent,
    vatRecoverable: project.vatRecoverable,
  };
  return { project, input, options, comparison: compare(input, options) };
}
