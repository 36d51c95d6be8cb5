import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { WorkspaceShell } from './shell.tsx';

/** The trunk that every feature's routes hang on. Features import it; it imports no feature's routes. */
export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: RouteError,
  notFoundComponent: NotFound,
});

/** Everything with navigation around it; needs an open workspace and shows the welcome screen without one. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'workspace',
  component: WorkspaceShell,
});

/** One project's rooms (items, quotes, compare, …) share its head and tabs. */
export const projectRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects/$projectId',
  component: lazyRouteComponent(() => import('../features/projects/project-layout.tsx'), 'ProjectLayout'),
});

/** Pages that are printed: no shell, black on white. */
export const printRoute = createRoute({ getParentRoute: () => rootRoute, path: '/print', component: Outlet });
