import * as z from 'zod';
import type { ComparisonQuery } from '../../../shared/contract/comparisons.ts';
import { COMPARISON_BASES } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** What a cell of an item leads with. */
export const CELL_FIGURES = ['unit', 'total', 'difference'] as const;
export type CellFigure = (typeof CELL_FIGURES)[number];

/** The ways to look at one comparison. */
export const COMPARE_VIEWS = ['matrix', 'ledger', 'quantity', 'waterfall', 'market', 'rounds'] as const;
export type CompareView = (typeof COMPARE_VIEWS)[number];

export const compareSearch = z.object({
  view: z.enum(COMPARE_VIEWS).default('matrix').catch('matrix'),
  basis: z.enum(COMPARISON_BASES).default('comparable').catch('comparable'),
  /** Absent: the project's own. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional()
    .catch(undefined),
  /** Share of the planned quantities, in percent. */
  quantity: z.number().int().min(1).max(100_000).default(100).catch(100),
  show: z.enum(CELL_FIGURES).default('unit').catch('unit'),
  /** Whether the findings are open; absent: where there is room. */
  findings: z.boolean().optional().catch(undefined),
  /** The item a view is about; absent: the whole project. */
  item: z.uuid().optional().catch(undefined),
  /** Quantity of that item, ten-thousandths of its unit; absent: what is planned. */
  at: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  /** What keeping a further unit costs, millionths of the comparison's currency. */
  holding: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional().catch(undefined),
  /** Suppliers of the two quotes whose difference is explained; absent: second rank and first. */
  first: z.uuid().optional().catch(undefined),
  second: z.uuid().optional().catch(undefined),
  /** Whose rounds are shown; absent: all suppliers'. */
  supplier: z.uuid().optional().catch(undefined),
  axis: z.enum(['linear', 'log']).default('linear').catch('linear'),
});
export type CompareSearch = z.infer<typeof compareSearch>;

/** What the address asks of the service. */
export function comparisonQueryOf(projectId: Id, { basis, currency, quantity }: CompareSearch): ComparisonQuery {
  return { projectId, basis, currency: currency ?? null, quantityPercent: quantity };
}

/** What the address leaves unsaid. */
export const COMPARE_DEFAULTS = {
  view: 'matrix',
  basis: 'comparable',
  quantity: 100,
  show: 'unit',
  axis: 'linear',
} as const;
