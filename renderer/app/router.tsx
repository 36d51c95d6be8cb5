import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { comparisonsRoutes } from '../features/comparisons/routes.tsx';
import { evaluationsRoutes } from '../features/evaluations/routes.tsx';
import { importsRoutes } from '../features/imports/routes.tsx';
import { projectRoutes, projectsRoutes } from '../features/projects/routes.tsx';
import { reportsRoutes } from '../features/reports/routes.tsx';
import { settingsRoutes } from '../features/settings/routes.tsx';
import { suppliersRoutes } from '../features/suppliers/routes.tsx';
import { printRoutes } from '../print/routes.tsx';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { printRoute, projectRoute, rootRoute, workspaceRoute } from './routes.tsx';

const startRoute = createRoute({
  getParentRoute: () => workspaceRoute,
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
  workspaceRoute.addChildren([
    startRoute,
    ...projectsRoutes,
    ...importsRoutes,
    ...suppliersRoutes,
    ...settingsRoutes,
    projectRoute.addChildren([...projectRoutes, ...comparisonsRoutes, ...evaluationsRoutes, ...reportsRoutes]),
  ]),
  printRoute.addChildren([...printRoutes]),
]);

export function createAppRouter() {
  return createRouter({
    routeTree,
    defaultPreload: 'intent',
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
  });
}

/** Fetches every screen while nothing else is to do: going from one to another then needs no file, even with the core gone. */
export function fetchScreens(router: ReturnType<typeof createAppRouter>): void {
  requestIdleCallback(() => {
    for (const route of Object.values(router.routesById)) void route.options.component?.preload?.();
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
