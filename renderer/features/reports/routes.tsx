import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { projectRoute } from '../../app/routes.tsx';
import { REPORT_DEFAULTS, reportSearch } from './report-search.ts';

const reportsRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/reports',
  validateSearch: reportSearch,
  search: { middlewares: [stripSearchParams(REPORT_DEFAULTS)] },
  component: lazyRouteComponent(() => import('./reports-screen.tsx'), 'ReportsScreen'),
});

export const reportsRoutes = [reportsRoute] as const;
