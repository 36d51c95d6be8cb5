import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { projectOf } from '../features/projects/queries.ts';
import { workspaceState } from '../features/workspaces/queries.ts';
import { loadChineseLetters } from '../theme/load-chinese-letters.ts';
import { NotFound } from './not-found.tsx';
import { RouteError } from './route-error.tsx';
import { WorkspaceShell } from './shell.tsx';

/** So long a start waits for what its frame says. */
const FRAME_PATIENCE_MS = 500;

/** The trunk that every feature's routes hang on. Features import it; it imports no feature's routes. */
export const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()({
  component: Outlet,
  errorComponent: RouteError,
  notFoundComponent: NotFound,
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Everything with navigation around it; needs an open workspace and shows the welcome screen without one. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'workspace',
  // Asked before all else and waited for, a few milliseconds: so the frame stands while the core still reads what the
  // screen lists. Should the core not answer, the frame itself says so.
  beforeLoad: async ({ context }) => {
    await Promise.race([context.queryClient.prefetchQuery(workspaceState()), pause(FRAME_PATIENCE_MS)]);
  },
  component: WorkspaceShell,
});

/** One project's rooms (items, quotes, compare, …) share its head and tabs. */
export const projectRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects/$projectId',
  // Asked for at once, not after what stands around it; nobody waits here.
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(projectOf(params.projectId)),
  component: lazyRouteComponent(() => import('../features/projects/project-layout.tsx'), 'ProjectLayout'),
});

/** The parts of one supplier's room (profile, verification, …) share its head and tabs. */
export const supplierRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/suppliers/$supplierId',
  component: lazyRouteComponent(() => import('../features/suppliers/room/supplier-layout.tsx'), 'SupplierLayout'),
});

/** Pages that are printed: no shell, black on white. */
export const printRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/print',
  // Asked for at once; the page itself says when they are there, or what is wrong.
  loader: () => void loadChineseLetters().catch(() => undefined),
  component: Outlet,
});
