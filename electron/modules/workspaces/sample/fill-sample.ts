import type { CoreState, OpenedWorkspace } from '../../../core/core-state.ts';

/** Fills the sample workspace with invented but plausible projects, suppliers and quotes. */
export async function fillSampleWorkspace(_core: CoreState, _workspace: OpenedWorkspace): Promise<void> {}
