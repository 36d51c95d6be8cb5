import { allocate } from '../../kernel/allocate.ts';
import type { Id } from '../../kernel/ids.ts';
import { type CriteriaProblem, type Criterion, FULL_WEIGHT_BP } from './types.ts';

/** Group, group, criterion: deeper trees weigh things that no longer move anything. */
export const DEEPEST_LEVEL = 3;

/** A criterion in its tree: a group carries criteria, a leaf is scored. */
export interface CriterionNode extends Omit<Criterion, 'kind'> {
  readonly kind: Criterion['kind'] | 'group';
  /** The group it belongs to; null at the root. */
  readonly parentId: Id | null;
}

/** The children of a group, or the roots for null, in their order. */
export function childrenOf<N extends Pick<CriterionNode, 'parentId'>>(nodes: readonly N[], parentId: Id | null): N[] {
  return nodes.filter((node) => node.parentId === parentId);
}

/** The tree read from the top, each node with its depth from 1. A node whose parent is not there is not reached. */
export function inTreeOrder<N extends Pick<CriterionNode, 'id' | 'parentId'>>(
  nodes: readonly N[],
): { readonly node: N; readonly depth: number }[] {
  const walk = (parentId: Id | null, depth: number): { node: N; depth: number }[] =>
    depth > nodes.length
      ? []
      : childrenOf(nodes, parentId).flatMap((node) => [{ node, depth }, ...walk(node.id, depth + 1)]);
  return walk(null, 1);
}

/**
 * What keeps a tree from being used: each weight 0 to 100 %, siblings together exactly 100 %, no group without criteria, none below
 * a leaf, at most three levels.
 */
export function validateTree(
  nodes: readonly Pick<CriterionNode, 'id' | 'parentId' | 'kind' | 'weightBp'>[],
): CriteriaProblem[] {
  const ordered = inTreeOrder(nodes);
  if (ordered.every(({ node }) => node.kind === 'group')) return [{ code: 'noCriteria' }];
  const problems: CriteriaProblem[] = nodes
    .filter(({ weightBp }) => !Number.isInteger(weightBp) || weightBp < 0 || weightBp > FULL_WEIGHT_BP)
    .map(({ id, weightBp }) => ({ code: 'weightOutOfRange', criterionId: id, weightBp }));
  for (const groupId of [null, ...nodes.filter(({ kind }) => kind === 'group').map(({ id }) => id)]) {
    const siblings = childrenOf(nodes, groupId);
    if (siblings.length === 0 && groupId !== null) {
      problems.push({ code: 'emptyGroup', criterionId: groupId });
      continue;
    }
    const sumBp = siblings.reduce((sum, { weightBp }) => sum + weightBp, 0);
    if (sumBp !== FULL_WEIGHT_BP) {
      problems.push({ code: 'weightsDoNotSum', sumBp, ...(groupId === null ? {} : { groupId }) });
    }
  }
  const reached = new Set(ordered.filter(({ depth }) => depth <= DEEPEST_LEVEL).map(({ node }) => node.id));
  const groups = new Set(nodes.filter(({ kind }) => kind === 'group').map(({ id }) => id));
  for (const { id, parentId } of nodes) {
    if (!reached.has(id) || (parentId !== null && !groups.has(parentId))) {
      problems.push({ code: 'misplaced', criterionId: id });
    }
  }
  return problems;
}

/**
 * The leaves in tree order with their effective weights: the weights along the path multiplied, shared out by the largest remainder
 * so that all leaves sum to 10 000 exactly (DOMAIN 1 "LR"). While the tree is not sound its leaves keep their own weights, which the
 * evaluation then refuses.
 */
export function leavesOf<N extends CriterionNode>(
  nodes: readonly N[],
): (Omit<N, 'kind'> & { readonly kind: Criterion['kind'] })[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const leaves = inTreeOrder(nodes).flatMap(({ node, depth }) => {
    const { kind } = node;
    return kind === 'group' ? [] : [{ leaf: { ...node, kind }, depth }];
  });
  if (validateTree(nodes).length > 0) return leaves.map(({ leaf }) => leaf);
  const products = leaves.map(({ leaf, depth }) => {
    let product = FULL_WEIGHT_BP ** (DEEPEST_LEVEL - depth) * leaf.weightBp;
    for (let up = parentOf(byId, leaf); up !== undefined; up = parentOf(byId, up)) product *= up.weightBp;
    return product;
  });
  const shares = allocate(FULL_WEIGHT_BP, products);
  return leaves.map(({ leaf }, index) => ({ ...leaf, weightBp: shares[index] ?? 0 }));
}

function parentOf<N extends CriterionNode>(
  byId: ReadonlyMap<Id, N>,
  { parentId }: Pick<CriterionNode, 'parentId'>,
): N | undefined {
  return parentId === null ? undefined : byId.get(parentId);
}
