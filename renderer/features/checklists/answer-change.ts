import type { ChecklistAnswer } from '../../../shared/domain/checklists/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** What changes of one answer; the rest stays as it is stored when the change is saved, not as it was shown. */
export type AnswerChange = { readonly pointId: Id } & Partial<Omit<ChecklistAnswer, 'pointId'>>;

/** The whole answer after a change, from what is known of it by then. */
export function changedAnswer(known: readonly ChecklistAnswer[], change: AnswerChange) {
  const before = known.find(({ pointId }) => pointId === change.pointId);
  const { readings, choice, notes } = { readings: [], choice: null, notes: '', ...before, ...change };
  return { pointId: change.pointId, readings: [...readings], choice, notes };
}
