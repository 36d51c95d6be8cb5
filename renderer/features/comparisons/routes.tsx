import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { projectRoute } from '../../app/routes.tsx';
import { COMPARE_DEFAULTS, compareSearch, comparisonQueryOf } from './compare-search.ts';
import { comparisonOf } from './queries.ts';

export const compareRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/compare',
  validateSearch: compareSearch,
  search: { middlewares: [stripSearchParams(COMPARE_DEFAULTS)] },
  // Asked for beside the project, not after it.
  loaderDeps: ({ search }) => search,
  loader: ({ context, params, deps }) =>
    void context.queryClient.prefetchQuery(comparisonOf(comparisonQueryOf(params.projectId, deps))),
  component: lazyRouteComponent(() => import('./compare-screen.tsx'), 'CompareScreen'),
});

export const comparisonsRoutes = [compareRoute] as const;
