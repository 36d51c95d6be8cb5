import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { projectRoute } from '../../app/routes.tsx';
import { COMPARE_DEFAULTS, compareSearch } from './compare-search.ts';

export const compareRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/compare',
  validateSearch: compareSearch,
  search: { middlewares: [stripSearchParams(COMPARE_DEFAULTS)] },
  component: lazyRouteComponent(() => import('./compare-screen.tsx'), 'CompareScreen'),
});

export const comparisonsRoutes = [compareRoute] as const;
