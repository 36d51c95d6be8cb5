import * as z from 'zod';

/** What a list shows now. It lives in the address, so that Back works and a link says what its sender saw. */
export interface TableState<Sort extends string = string> {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
  readonly sort: Sort;
  readonly descending: boolean;
}

export const PAGE_SIZES = [25, 50, 100, 250] as const;

/**
 * Search params of a list, for `validateSearch` of its route; extend it with the list's own filters. A nonsense value
 * in the address falls back instead of failing.
 */
export function tableSearch<const Sorts extends readonly [string, ...string[]]>(
  sorts: Sorts,
  start: { sort: Sorts[number]; descending?: boolean; limit?: number },
) {
  const descending = start.descending ?? false;
  const limit = start.limit ?? 50;
  return z.object({
    search: z.string().max(200).default('').catch(''),
    offset: z.number().int().min(0).default(0).catch(0),
    limit: z.number().int().min(1).max(500).default(limit).catch(limit),
    sort: z.enum(sorts).default(start.sort).catch(start.sort),
    descending: z.boolean().default(descending).catch(descending),
    /** The view the list is looked at through; `all` where the user wants none, not even the one it would open with. */
    saved: z.string().max(40).optional().catch(undefined),
  });
}
