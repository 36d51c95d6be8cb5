import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { workspaceRoute } from '../../app/routes.tsx';

export const INSPECTION_TABS = ['plan', 'checklist', 'defects', 'photos', 'drift'] as const;
export const INSPECTION_ROOMS = ['inspections', 'samples', 'papers', 'holidays'] as const;

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inspections',
  component: lazyRouteComponent(() => import('./inspections-room.tsx'), 'InspectionsRoom'),
});

const samplesRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inspections/samples',
  component: lazyRouteComponent(() => import('./inspections-room.tsx'), 'InspectionsRoom'),
});

const papersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inspections/papers',
  component: lazyRouteComponent(() => import('./inspections-room.tsx'), 'InspectionsRoom'),
});

const holidaysRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inspections/holidays',
  component: lazyRouteComponent(() => import('./inspections-room.tsx'), 'InspectionsRoom'),
});

const inspectionRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/inspections/$inspectionId',
  validateSearch: z.object({ tab: z.enum(INSPECTION_TABS).default('plan').catch('plan') }),
  component: lazyRouteComponent(() => import('./inspection-screen.tsx'), 'InspectionScreen'),
});

export const inspectionsRoutes = [listRoute, samplesRoute, papersRoute, holidaysRoute, inspectionRoute] as const;
