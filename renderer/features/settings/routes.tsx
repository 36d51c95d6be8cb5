import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import * as z from 'zod';
import { workspaceRoute } from '../../app/routes.tsx';

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  component: lazyRouteComponent(() => import('./settings-layout.tsx'), 'SettingsLayout'),
});

const indexRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/company' });
  },
});

const companyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/company',
  component: lazyRouteComponent(() => import('./company-screen.tsx'), 'CompanyScreen'),
});

const exchangeRatesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/exchange-rates',
  component: lazyRouteComponent(() => import('../exchange-rates/exchange-rates-screen.tsx'), 'ExchangeRatesScreen'),
});

const appearanceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/appearance',
  component: lazyRouteComponent(() => import('./appearance-screen.tsx'), 'AppearanceScreen'),
});

export const historySearch = z.object({
  search: z.string().max(200).default('').catch(''),
  offset: z.number().int().min(0).default(0).catch(0),
  limit: z.number().int().min(1).max(200).default(50).catch(50),
  saved: z.string().max(40).optional().catch(undefined),
  /** The action whose changes are shown. */
  action: z.uuid().optional().catch(undefined),
});

const historyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/history',
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import('../history/history-screen.tsx'), 'HistoryScreen'),
});

const binRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/bin',
  component: lazyRouteComponent(() => import('../history/bin-screen.tsx'), 'BinScreen'),
});

const aboutRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/about',
  component: lazyRouteComponent(() => import('./about-screen.tsx'), 'AboutScreen'),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    indexRoute,
    companyRoute,
    exchangeRatesRoute,
    appearanceRoute,
    historyRoute,
    binRoute,
    aboutRoute,
  ]),
] as const;
