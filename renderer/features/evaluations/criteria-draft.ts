import type { Criterion, CriterionFields, PlacedCriterion } from '../../../shared/contract/evaluations.ts';
import { inTreeOrder, leavesOf } from '../../../shared/domain/evaluation/criteria-tree.ts';
import { FULL_WEIGHT_BP } from '../../../shared/domain/evaluation/evaluation.ts';
import { allocate } from '../../../shared/kernel/allocate.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** A criterion while its tree is being edited; nothing is saved before the whole tree is. The list is read from the top. */
export interface DraftCriterion extends CriterionFields {
  readonly key: string;
  /** The group it belongs to; null at the root. */
  readonly parentKey: string | null;
  readonly id: Id | null;
  readonly revision: number | null;
}

export interface CriteriaSet {
  readonly criteria: (PlacedCriterion & { id: Id | null; revision: number | null })[];
  readonly removed: { id: Id; revision: number }[];
}

export function draftOf(criteria: readonly Criterion[]): DraftCriterion[] {
  return criteria.map(({ parentId, ...criterion }) => ({ ...criterion, key: criterion.id, parentKey: parentId }));
}

/** A template as a draft of criteria that do not exist yet. */
export function draftFrom(placed: readonly PlacedCriterion[]): DraftCriterion[] {
  const keys = placed.map(() => crypto.randomUUID());
  return placed.map(({ parentIndex, ...fields }, index) =>
    newCriterion({
      ...fields,
      ...(keys[index] === undefined ? {} : { key: keys[index] }),
      parentKey: parentIndex === null ? null : (keys[parentIndex] ?? null),
    }),
  );
}

export function newCriterion(
  fields: Partial<CriterionFields & Pick<DraftCriterion, 'key' | 'parentKey'>> = {},
): DraftCriterion {
  return {
    key: crypto.randomUUID(),
    parentKey: null,
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

/** What is to be written: the tree as edited, and the stored ones it no longer has. */
export function setOf(draft: readonly DraftCriterion[], stored: readonly Criterion[]): CriteriaSet {
  const kept = new Set(draft.map(({ id }) => id));
  const identities = new Map(draft.map(({ key, id, revision }) => [key, { id, revision }]));
  return {
    criteria: placedOf(draft).map((criterion, index) => ({
      ...criterion,
      ...(identities.get(draft[index]?.key ?? '') ?? { id: null, revision: null }),
    })),
    removed: stored.filter(({ id }) => !kept.has(id)).map(({ id, revision }) => ({ id, revision })),
  };
}

/** The tree as a list that names each group by its place: what is saved, and what a template keeps. */
export function placedOf(draft: readonly DraftCriterion[]): PlacedCriterion[] {
  const places = new Map(draft.map(({ key }, index) => [key, index]));
  return draft.map(({ parentKey, nameEn, nameZh, kind, weightBp, knockoutMinimumHundredths }) => ({
    nameEn: nameEn.trim(),
    nameZh: nameZh.trim(),
    kind,
    weightBp,
    knockoutMinimumHundredths,
    parentIndex: parentKey === null ? null : (places.get(parentKey) ?? null),
  }));
}

/** The same tree, written over what is stored now. */
export function rebased(draft: readonly DraftCriterion[], stored: readonly Criterion[]): DraftCriterion[] {
  const byId = new Map(stored.map((criterion) => [criterion.id, criterion.revision]));
  return draft.map((criterion) => {
    const revision = criterion.id === null ? undefined : byId.get(criterion.id);
    return revision === undefined ? { ...criterion, id: null, revision: null } : { ...criterion, revision };
  });
}

export function siblingsOf(draft: readonly DraftCriterion[], parentKey: string | null): DraftCriterion[] {
  return draft.filter((criterion) => criterion.parentKey === parentKey);
}

export function weightSum(draft: readonly Pick<CriterionFields, 'weightBp'>[]): number {
  return draft.reduce((sum, { weightBp }) => sum + weightBp, 0);
}

/** The weights of one level in the proportions they have, to 100 % exactly; equal ones while all are 0. */
export function scaledTo100(draft: readonly DraftCriterion[], parentKey: string | null = null): DraftCriterion[] {
  const siblings = siblingsOf(draft, parentKey);
  if (siblings.length === 0) return [...draft];
  const weights = siblings.map(({ weightBp }) => weightBp);
  const shares = allocate(FULL_WEIGHT_BP, weightSum(siblings) === 0 ? weights.map(() => 1) : weights);
  const shareOf = new Map(siblings.map(({ key }, index) => [key, shares[index] ?? 0]));
  return draft.map((criterion) => ({ ...criterion, weightBp: shareOf.get(criterion.key) ?? criterion.weightBp }));
}

/** One place up or down among its siblings, with all it carries. */
export function moved(draft: readonly DraftCriterion[], key: string, by: -1 | 1): DraftCriterion[] {
  const own = draft.find((criterion) => criterion.key === key);
  if (own === undefined) return [...draft];
  const siblings = siblingsOf(draft, own.parentKey);
  const from = siblings.indexOf(own);
  const other = siblings[from + by];
  if (other === undefined) return [...draft];
  const swapped = draft.map((criterion) => (criterion === own ? other : criterion === other ? own : criterion));
  return inOrder(swapped);
}

/** At the end of its group. */
export function added(draft: readonly DraftCriterion[], criterion: DraftCriterion): DraftCriterion[] {
  return inOrder([...draft, criterion]);
}

/** Without a criterion and all it carries. */
export function without(draft: readonly DraftCriterion[], key: string): DraftCriterion[] {
  const gone = new Set([key]);
  for (const criterion of draft)
    if (criterion.parentKey !== null && gone.has(criterion.parentKey)) gone.add(criterion.key);
  return draft.filter((criterion) => !gone.has(criterion.key));
}

export interface PlacedDraft {
  readonly criterion: DraftCriterion;
  /** 1 at the root. */
  readonly depth: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** Its share of the whole; null for a group and while some level misses 100 %. */
  readonly effectiveBp: number | null;
}

/** The rows of the editor. */
export function rowsOf(draft: readonly DraftCriterion[]): PlacedDraft[] {
  const nodes = asNodes(draft);
  const isSound = problemOf(draft) === null || problemOf(draft) === 'noName';
  const effective = new Map(isSound ? leavesOf(nodes).map(({ id, weightBp }) => [id, weightBp]) : []);
  return inTreeOrder(nodes).map(({ node, depth }) => {
    const siblings = siblingsOf(draft, node.criterion.parentKey);
    return {
      criterion: node.criterion,
      depth,
      isFirst: siblings[0]?.key === node.id,
      isLast: siblings.at(-1)?.key === node.id,
      effectiveBp: effective.get(node.id) ?? null,
    };
  });
}

/** What keeps a tree from being saved; the first problem only, as a text below `evaluations:problem.*`. */
export function problemOf(draft: readonly DraftCriterion[]): 'noName' | 'twoPrices' | 'emptyGroup' | 'sum' | null {
  if (draft.some(({ nameEn, nameZh }) => nameEn.trim() === '' && nameZh.trim() === '')) return 'noName';
  if (draft.filter(({ kind }) => kind === 'price').length > 1) return 'twoPrices';
  const groups = draft.filter(({ kind }) => kind === 'group').map(({ key }) => key);
  if (groups.some((key) => siblingsOf(draft, key).length === 0)) return 'emptyGroup';
  const levels = draft.length === 0 ? [] : [null, ...groups];
  return levels.some((key) => weightSum(siblingsOf(draft, key)) !== FULL_WEIGHT_BP) ? 'sum' : null;
}

function inOrder(draft: readonly DraftCriterion[]): DraftCriterion[] {
  return inTreeOrder(asNodes(draft)).map(({ node }) => node.criterion);
}

function asNodes(draft: readonly DraftCriterion[]) {
  return draft.map((criterion) => ({
    id: criterion.key,
    parentId: criterion.parentKey,
    kind: criterion.kind,
    weightBp: criterion.weightBp,
    knockoutMinimumHundredths: criterion.knockoutMinimumHundredths,
    criterion,
  }));
}
