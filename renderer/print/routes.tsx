import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { REPORT_LANGUAGES } from '../../shared/contract/reports.ts';
import { printRoute } from '../app/routes.tsx';

const reportRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/reports/$reportId',
  validateSearch: z.object({
    /** Without one: the language it was frozen in. */
    language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
    paper: z.enum(['A4', 'Letter']).default('A4').catch('A4'),
  }),
  component: lazyRouteComponent(() => import('./print-report-page.tsx'), 'PrintReportPage'),
});

export const printRoutes = [reportRoute] as const;
