import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { projectRoute, workspaceRoute } from '../../app/routes.tsx';

export const ROUND_TABS = ['samples', 'sheet', 'photos'] as const;

const roundRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/samples/$roundId',
  validateSearch: z.object({ tab: z.enum(ROUND_TABS).catch('samples').default('samples') }),
  component: lazyRouteComponent(() => import('./round-screen.tsx'), 'RoundScreen'),
});

const ofProjectRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/samples',
  component: lazyRouteComponent(() => import('./project-samples-screen.tsx'), 'ProjectSamplesScreen'),
});

/** Rooms outside a project. */
export const samplesRoutes = [roundRoute] as const;
/** Rooms of one project. */
export const projectSamplesRoutes = [ofProjectRoute] as const;
