import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import { projectRoute } from '../../app/routes.tsx';
import { AWARD_DEFAULTS, awardSearch } from './award-search.ts';

export const awardRoute = createRoute({
  getParentRoute: () => projectRoute,
  path: '/award',
  validateSearch: awardSearch,
  search: { middlewares: [stripSearchParams(AWARD_DEFAULTS)] },
  component: lazyRouteComponent(() => import('./award-screen.tsx'), 'AwardScreen'),
});

export const awardsRoutes = [awardRoute] as const;
