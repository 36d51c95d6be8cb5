import type { QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { awardsRoutes } from '../features/awards/routes.tsx';
import { comparisonsRoutes } from '../features/comparisons/routes.tsx';
import { costingsRoutes } from '../features/costings/routes.tsx';
import { evaluationsRoutes } from '../features/evaluations/routes.tsx';
import { importsRoutes } from '../features/imports/routes.tsx';
import { inspectionsRoutes } from '../features/inspections/routes.tsx';
import { projectRoutes, projectsRoutes } from '../features/projects/routes.tsx';
import { quoteLinesRoutes } from '../features/quote-lines/routes.tsx';
import { reportsRoutes } from '../features/reports/routes.tsx';
import { projectSamplesRoutes, samplesRoutes } from '../features/samples/routes.tsx';
import { settingsRoutes } from '../features/settings/routes.tsx';
import { supplierImportsRoutes } from '../features/supplier-imports/routes.tsx';
import { supplierRoutes, suppliersRoutes } from '../features/suppliers/routes.tsx';
import { printRoutes } from '../print/routes.tsx';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { printRoute, projectRoute, rootRoute, supplierRoute, workspaceRoute } from './routes.tsx';

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/projects' });
  },
});

/**
 * Every route of the program. A feature adds its own here: rooms of the workspace below workspaceRoute, rooms of one
 * project below projectRoute, printed pages below printRoute.
 */
const routeTree = rootRoute.addChildren([
  startRoute,
  workspaceRoute.addChildren([
    ...projectsRoutes,
    ...importsRoutes,
    ...quoteLinesRoutes,
    ...suppliersRoutes,
    ...supplierImportsRoutes,
    ...samplesRoutes,
    ...inspectionsRoutes,
    supplierRoute.addChildren([...supplierRoutes]),
    ...settingsRoutes,
    projectRoute.addChildren([
      ...projectRoutes,
      ...comparisonsRoutes,
      ...costingsRoutes,
      ...projectSamplesRoutes,
      ...evaluationsRoutes,
      ...awardsRoutes,
      ...reportsRoutes,
    ]),
  ]),
  printRoute.addChildren([...printRoutes]),
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
