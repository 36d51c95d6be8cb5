import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../app/routes.tsx';

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects',
  component: lazyRouteComponent(() => import('./projects-screen.tsx'), 'ProjectsScreen'),
});

/** Rooms outside a project. */
export const projectsRoutes = [listRoute] as const;
/** Rooms of one project. */
export const projectRoutes = [] as const;
