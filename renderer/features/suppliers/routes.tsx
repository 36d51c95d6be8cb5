import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { workspaceRoute } from '../../app/routes.tsx';

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/suppliers',
  validateSearch: z.object({ supplier: z.uuid().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./suppliers-screen.tsx'), 'SuppliersScreen'),
});

export const suppliersRoutes = [listRoute] as const;
