import type { Progress } from '../../shared/contract/imports.ts';
import type { Download, ReportLanguage } from '../../shared/contract/reports.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import type { CoreState, OpenedWorkspace } from '../core/core-state.ts';

export interface ReportExport {
  readonly id: Id;
  readonly format: 'pdf' | 'xlsx' | 'csv';
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}

/** Makes one file of a frozen report and offers it for download. */
// biome-ignore lint/correctness/useYield: the formats follow
export async function* exportReport(
  _core: CoreState,
  _workspace: OpenedWorkspace,
  _request: ReportExport,
  _signal: AbortSignal,
): AsyncGenerator<Progress<Download>> {
  throw new Error('not built yet');
}
