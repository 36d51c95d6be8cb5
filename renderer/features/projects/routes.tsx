import { createRoute, lazyRouteComponent, redirect, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod';
import { PROJECT_STAGES } from '../../../shared/domain/projects/stages.ts';
import { projectRoute, workspaceRoute } from '../../app/routes.tsx';
import { tableSearch } from '../../ui/table-state.ts';
import { itemsOf } from '../items/queries.ts';
import { QUOTE_SORTS } from '../quotes/arrange-quotes.ts';

export const PROJECT_SORTS = ['name', 'stage', 'needBy', 'updatedAt'] as const;

export const listSearch = tableSearch(PROJECT_SORTS, { sort: 'updatedAt', descending: true }).extend({
  stages: z.array(z.enum(PROJECT_STAGES)).default([]).catch([]),
  /** The drawer for a new project is open. */
  create: z.boolean().optional().catch(undefined),
});

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects',
  validateSearch: listSearch,
  search: { middlewares: [stripSearchParams(listSearch.parse({}))] },
  component: lazyRouteComponent(() => import('./projects-screen.tsx'), 'ProjectsScreen'),
});

const startRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/projects/$projectId/items', params, replace: true });
  },
});

const itemsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/items',
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(itemsOf(params.projectId)),
  component: lazyRouteComponent(() => import('../items/items-screen.tsx'), 'ItemsScreen'),
});

export const quotesSearch = tableSearch(QUOTE_SORTS, { sort: 'supplier', limit: 100 }).extend({
  view: z.enum(['list', 'prices']).default('list').catch('list'),
});

const quotesRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/quotes',
  validateSearch: quotesSearch,
  search: { middlewares: [stripSearchParams(quotesSearch.parse({}))] },
  component: lazyRouteComponent(() => import('../quotes/quotes-screen.tsx'), 'QuotesScreen'),
});

const quoteRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/quotes/$quoteId',
  component: lazyRouteComponent(() => import('../quotes/quote-screen.tsx'), 'QuoteScreen'),
});

/** Rooms outside a project. */
export const projectsRoutes = [listRoute] as const;
/** Rooms of one project. */
export const projectRoutes = [startRoute, itemsRoute, quotesRoute, quoteRoute] as const;
