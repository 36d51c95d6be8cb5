import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { projectRoute } from '../../app/routes.tsx';

export const evaluateRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/evaluate',
  component: lazyRouteComponent(() => import('./evaluate-screen.tsx'), 'EvaluateScreen'),
});

export const evaluationsRoutes = [evaluateRoute] as const;
