import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import * as z from 'zod';
import { REPORT_LANGUAGES } from '../../shared/contract/reports.ts';
import { printRoute } from '../app/routes.tsx';
import { frozenReport } from '../features/reports/queries.ts';

/** Where a host keeps the program ready to print. */
const waitingRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/waiting',
  component: lazyRouteComponent(() => import('./waiting-page.tsx'), 'WaitingPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/reports/$reportId',
  validateSearch: z.object({
    /** Without one: the language it was frozen in. */
    language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
    paper: z.enum(['A4', 'Letter']).default('A4').catch('A4'),
  }),
  loader: ({ context, params }) => void context.queryClient.prefetchQuery(frozenReport(params.reportId)),
  component: lazyRouteComponent(() => import('./print-report-page.tsx'), 'PrintReportPage'),
});

const sheetSearch = z.object({
  language: z.enum(REPORT_LANGUAGES).catch('both').default('both'),
  paper: z.enum(['A4', 'Letter']).catch('A4').default('A4'),
  /** To be filled in by hand. */
  blank: z.boolean().catch(false).default(false),
});

const samplesSheetRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/samples/$roundId',
  validateSearch: sheetSearch,
  component: lazyRouteComponent(() => import('./sheets/samples-sheet-page.tsx'), 'SamplesSheetPage'),
});

const inspectionSheetRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/inspections/$inspectionId',
  validateSearch: sheetSearch,
  component: lazyRouteComponent(() => import('./sheets/inspection-sheet-page.tsx'), 'InspectionSheetPage'),
});

const paper = z.enum(['A4', 'Letter']).default('A4').catch('A4');

const letterRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/letters/$decisionId/$supplierId',
  validateSearch: z.object({ paper }),
  component: lazyRouteComponent(() => import('./print-letter-page.tsx'), 'PrintLetterPage'),
});

const scenariosRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/scenarios/$projectId',
  validateSearch: z.object({
    /** Without one: the language of the screen. */
    language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
    paper,
  }),
  component: lazyRouteComponent(() => import('./print-scenarios-page.tsx'), 'PrintScenariosPage'),
});

const dossierRoute = createRoute({
  getParentRoute: () => printRoute,
  path: '/dossiers/$dossierId',
  validateSearch: z.object({
    /** Without one: the language it was frozen in. */
    language: z.enum(REPORT_LANGUAGES).optional().catch(undefined),
    paper,
  }),
  component: lazyRouteComponent(() => import('./dossier/print-dossier-page.tsx'), 'PrintDossierPage'),
});

export const printRoutes = [
  waitingRoute,
  reportRoute,
  samplesSheetRoute,
  inspectionSheetRoute,
  letterRoute,
  scenariosRoute,
  dossierRoute,
] as const;
