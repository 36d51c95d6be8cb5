import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { projectRoute } from '../../app/routes.tsx';

/** The room and its four parts; each asks only for what it shows, so that scoring never asks for a price. */
export const evaluateRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/evaluate',
  component: lazyRouteComponent(() => import('./evaluate-room.tsx'), 'EvaluateRoom'),
});

const resultRoute = createRoute({
  getParentRoute: () => evaluateRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./result-screen.tsx'), 'ResultScreen'),
});

const criteriaRoute = createRoute({
  getParentRoute: () => evaluateRoute,
  path: '/criteria',
  component: lazyRouteComponent(() => import('./criteria-screen.tsx'), 'CriteriaScreen'),
});

const scoresRoute = createRoute({
  getParentRoute: () => evaluateRoute,
  path: '/scores',
  validateSearch: z.object({ evaluator: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./scores-screen.tsx'), 'ScoresScreen'),
});

const stabilityRoute = createRoute({
  getParentRoute: () => evaluateRoute,
  path: '/stability',
  component: lazyRouteComponent(() => import('./stability-screen.tsx'), 'StabilityScreen'),
});

export const evaluationsRoutes = [
  evaluateRoute.addChildren([resultRoute, criteriaRoute, scoresRoute, stabilityRoute]),
] as const;
