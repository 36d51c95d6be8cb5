import { createRoute, lazyRouteComponent, stripSearchParams } from '@tanstack/react-router';
import * as z from 'zod';
import { QUOTE_LINE_SORTS } from '../../../shared/contract/quote-lines.ts';
import { QUOTE_LINE_STATES } from '../../../shared/domain/quotes/line-state.ts';
import { QUOTE_CHANNELS } from '../../../shared/domain/quotes/terms.ts';
import { isCalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { workspaceRoute } from '../../app/routes.tsx';
import { tableSearch } from '../../ui/table-state.ts';

const day = z.string().refine(isCalendarDate).optional().catch(undefined);
const ids = z.array(z.uuid()).max(500).default([]).catch([]);

export const quoteLineSearch = tableSearch(QUOTE_LINE_SORTS, { sort: 'received', descending: true }).extend({
  projects: ids,
  suppliers: ids,
  currencies: z
    .array(z.string().regex(/^[A-Z]{3}$/))
    .default([])
    .catch([]),
  states: z.array(z.enum(QUOTE_LINE_STATES)).default([]).catch([]),
  channels: z
    .array(z.enum([...QUOTE_CHANNELS, 'unknown']))
    .default([])
    .catch([]),
  from: day,
  to: day,
});
export type QuoteLineSearch = z.infer<typeof quoteLineSearch>;

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/quotes',
  validateSearch: quoteLineSearch,
  search: { middlewares: [stripSearchParams(quoteLineSearch.parse({}))] },
  component: lazyRouteComponent(() => import('./quote-lines-screen.tsx'), 'QuoteLinesScreen'),
});

export const quoteLinesRoutes = [listRoute] as const;
