import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { projectRoute } from '../../app/routes.tsx';

const costingSearch = z.object({
  /** The quote shown beside the assumptions; without it the first. */
  quote: z.uuid().optional().catch(undefined),
  /** The assumption to begin with. */
  field: z.string().optional().catch(undefined),
});

export const costingRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/costing',
  validateSearch: costingSearch,
  component: lazyRouteComponent(() => import('./costing-screen.tsx'), 'CostingScreen'),
});

export const costingsRoutes = [costingRoute] as const;
