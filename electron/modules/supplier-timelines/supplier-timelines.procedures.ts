import { TIMELINE_KINDS, type TimelineKind } from '../../../shared/domain/suppliers/timeline.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { findSupplier } from '../suppliers/suppliers.queries.ts';
import { toEntry } from './read-entry.ts';
import { countTimeline, timelinePage } from './supplier-timelines.queries.ts';

export const supplierTimelinesProcedures = {
  list: api.supplierTimelines.list.use(needsWorkspace).handler(async ({ input, context }) => {
    const { db } = context.workspace.database;
    if ((await findSupplier(db, input.supplierId)) === null) throw notFound('supplier', input.supplierId);
    const { rows } = await timelinePage(input).execute(db);
    const counts = await countTimeline(db, input.supplierId);
    const asked: readonly TimelineKind[] = input.kinds.length === 0 ? TIMELINE_KINDS : [...new Set(input.kinds)];
    return {
      entries: rows.map(toEntry),
      total: asked.reduce((sum, kind) => sum + counts[kind], 0),
      counts,
    };
  }),
};
