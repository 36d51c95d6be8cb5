import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod';
import { workspaceRoute } from '../../app/routes.tsx';
import { tableSearch } from '../../ui/table-state.ts';

export const SUPPLIER_SORTS = ['name', 'region', 'quoteCount', 'updatedAt'] as const;

const listSearch = tableSearch(SUPPLIER_SORTS, { sort: 'updatedAt', descending: true }).extend({
  regions: z.array(z.string().max(300)).default([]).catch([]),
  /** The supplier whose details are open. */
  supplier: z.uuid().optional().catch(undefined),
  /** The drawer for a new supplier is open. */
  create: z.boolean().optional().catch(undefined),
});

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/suppliers',
  validateSearch: listSearch,
  search: { middlewares: [stripSearchParams(listSearch.parse({}))] },
  component: lazyRouteComponent(() => import('./suppliers-screen.tsx'), 'SuppliersScreen'),
});

export const suppliersRoutes = [listRoute] as const;
