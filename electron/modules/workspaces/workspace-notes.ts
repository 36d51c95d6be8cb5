import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { CoreOptions, CoreState } from '../../core/core-state.ts';
import type { ActionNote } from '../../db/history.ts';

/** Who did it, when, under which name: for what is recorded outside `runAction`. */
export function actionNote({ newId, clock, actor }: CoreOptions, label: ActionLabel): ActionNote {
  return { id: newId(), at: clock().toISOString(), actor, label: JSON.stringify(label) };
}

/** Tells every window that nothing it knows still holds: "workspaces" is no table, so it stands for all of them. */
export function announceAll(core: CoreState): void {
  core.changes.publish('change', {
    seq: 0,
    tables: ['workspaces'],
    label: { key: 'openWorkspace', params: {} },
    kind: 'do',
  });
}
