import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '../../app/routes.tsx';

const importRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/projects/$projectId/import',
  component: lazyRouteComponent(() => import('./import-screen.tsx'), 'ImportScreen'),
});

export const importsRoutes = [importRoute] as const;
