import type { Criterion, CriterionFields } from '../../../shared/contract/evaluations.ts';
import { FULL_WEIGHT_BP } from '../../../shared/domain/evaluation/evaluation.ts';
import { allocate } from '../../../shared/kernel/allocate.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** A criterion while its set is being edited; nothing is saved before the whole set is. */
export interface DraftCriterion extends CriterionFields {
  readonly key: string;
  readonly id: Id | null;
  readonly revision: number | null;
}

export interface CriteriaSet {
  readonly criteria: (CriterionFields & { id: Id | null; revision: number | null })[];
  readonly removed: { id: Id; revision: number }[];
}

export function draftOf(criteria: readonly Criterion[]): DraftCriterion[] {
  return criteria.map((criterion) => ({ ...criterion, key: criterion.id }));
}

export function newCriterion(fields: Partial<CriterionFields> = {}): DraftCriterion {
  return {
    key: crypto.randomUUID(),
    id: null,
    revision: null,
    nameEn: '',
    nameZh: '',
    kind: 'manual',
    weightBp: 0,
    knockoutMinimumHundredths: null,
    ...fields,
  };
}

/** What is to be written: the set as edited, and the stored ones it no longer has. */
export function setOf(draft: readonly DraftCriterion[], stored: readonly Criterion[]): CriteriaSet {
  const kept = new Set(draft.map(({ id }) => id));
  return {
    criteria: draft.map(({ key: _, ...criterion }) => ({
      ...criterion,
      nameEn: criterion.nameEn.trim(),
      nameZh: criterion.nameZh.trim(),
    })),
    removed: stored.filter(({ id }) => !kept.has(id)).map(({ id, revision }) => ({ id, revision })),
  };
}

/** The same set, written over what is stored now. */
export function rebased(draft: readonly DraftCriterion[], stored: readonly Criterion[]): DraftCriterion[] {
  const byId = new Map(stored.map((criterion) => [criterion.id, criterion.revision]));
  return draft.map((criterion) => {
    const revision = criterion.id === null ? undefined : byId.get(criterion.id);
    return revision === undefined ? { ...criterion, id: null, revision: null } : { ...criterion, revision };
  });
}

export function weightSum(draft: readonly Pick<CriterionFields, 'weightBp'>[]): number {
  return draft.reduce((sum, { weightBp }) => sum + weightBp, 0);
}

/** All weights in the proportions they have, to 100 % exactly; equal ones while all are 0. */
export function scaledTo100(draft: readonly DraftCriterion[]): DraftCriterion[] {
  const weights = draft.map(({ weightBp }) => weightBp);
  const shares = allocate(FULL_WEIGHT_BP, weightSum(draft) === 0 ? weights.map(() => 1) : weights);
  return draft.map((criterion, index) => ({ ...criterion, weightBp: shares[index] ?? 0 }));
}

export function moved(draft: readonly DraftCriterion[], key: string, by: -1 | 1): DraftCriterion[] {
  const from = draft.findIndex((criterion) => criterion.key === key);
  const to = from + by;
  const [one, other] = [draft[from], draft[to]];
  if (one === undefined || other === undefined) return [...draft];
  return draft.map((criterion, index) => (index === from ? other : index === to ? one : criterion));
}

/** What keeps a set from being saved; the first problem only, as a text below `evaluations:problem.*`. */
export function problemOf(draft: readonly DraftCriterion[]): 'noName' | 'twoPrices' | 'sum' | null {
  if (draft.some(({ nameEn, nameZh }) => nameEn.trim() === '' && nameZh.trim() === '')) return 'noName';
  if (draft.filter(({ kind }) => kind === 'price').length > 1) return 'twoPrices';
  return draft.length > 0 && weightSum(draft) !== FULL_WEIGHT_BP ? 'sum' : null;
}
