import { createRoute, lazyRouteComponent, redirect, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod';
import { SUPPLIER_STANDINGS } from '../../../shared/contract/suppliers.ts';
import { TIMELINE_KINDS } from '../../../shared/domain/suppliers/timeline.ts';
import { TIERS } from '../../../shared/domain/suppliers/words.ts';
import { supplierRoute, workspaceRoute } from '../../app/routes.tsx';
import { tableSearch } from '../../ui/table-state.ts';

export const SUPPLIER_SORTS = [
  'name',
  'region',
  'province',
  'tier',
  'qualification',
  'nextExpiry',
  'quoteCount',
  'updatedAt',
] as const;

export const listSearch = tableSearch(SUPPLIER_SORTS, { sort: 'updatedAt', descending: true }).extend({
  regions: z.array(z.string().max(300)).default([]).catch([]),
  provinces: z.array(z.string().max(2)).default([]).catch([]),
  tiers: z
    .array(z.enum([...TIERS, 'unknown']))
    .default([])
    .catch([]),
  standings: z.array(z.enum(SUPPLIER_STANDINGS)).default([]).catch([]),
  papers: z
    .array(z.enum(['expiring', 'expired']))
    .default([])
    .catch([]),
  tags: z.array(z.string().max(300)).default([]).catch([]),
  /** The map of provinces stands above the list. */
  map: z.boolean().optional().catch(undefined),
  /** The drawer of possible duplicates is open. */
  duplicates: z.boolean().optional().catch(undefined),
  /** The drawer that writes the list into a file is open. */
  exporting: z.boolean().optional().catch(undefined),
  /** Suppliers set side by side; the drawer is open while this is there. */
  compare: z.array(z.uuid()).max(4).optional().catch(undefined),
  /** The drawer for a new supplier is open. */
  create: z.boolean().optional().catch(undefined),
});

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/suppliers',
  validateSearch: listSearch,
  search: { middlewares: [stripSearchParams(listSearch.parse({}))] },
  component: lazyRouteComponent(() => import('./suppliers-screen.tsx'), 'SuppliersScreen'),
});

const startRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/suppliers/$supplierId/profile', params, replace: true });
  },
});

const profileRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/profile',
  component: lazyRouteComponent(() => import('./room/profile-screen.tsx'), 'ProfileScreen'),
});

const verificationRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/verification',
  component: lazyRouteComponent(() => import('./room/verification-screen.tsx'), 'VerificationScreen'),
});

const qualificationRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/qualification',
  component: lazyRouteComponent(() => import('./room/qualification-screen.tsx'), 'QualificationScreen'),
});

const scoresRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/scores',
  component: lazyRouteComponent(() => import('./room/scores-screen.tsx'), 'ScoresScreen'),
});

const communicationRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/communication',
  component: lazyRouteComponent(() => import('./room/communication-screen.tsx'), 'CommunicationScreen'),
});

const quotesRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/quotes',
  component: lazyRouteComponent(() => import('./room/quotes-screen.tsx'), 'SupplierQuotesScreen'),
});

const qualityRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/quality',
  component: lazyRouteComponent(() => import('../samples/supplier-quality-screen.tsx'), 'SupplierQualityScreen'),
});

/** What of the timeline is shown; no kinds: all of them. */
export const timelineSearch = z.object({
  kinds: z.array(z.enum(TIMELINE_KINDS)).default([]).catch([]),
  offset: z.number().int().min(0).default(0).catch(0),
});

const timelineRoute = createRoute({
  getParentRoute: () => supplierRoute,
  path: '/timeline',
  validateSearch: timelineSearch,
  search: { middlewares: [stripSearchParams(timelineSearch.parse({}))] },
  component: lazyRouteComponent(() => import('./room/timeline-screen.tsx'), 'TimelineScreen'),
});

export const suppliersRoutes = [listRoute] as const;
/** Parts of one supplier's room. */
export const supplierRoutes = [
  startRoute,
  profileRoute,
  verificationRoute,
  qualificationRoute,
  scoresRoute,
  communicationRoute,
  quotesRoute,
  qualityRoute,
  timelineRoute,
] as const;
