import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { ComparisonBasis } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

export function reportsOf(projectId: Id) {
  return queryOptions(orpc.reports.list.queryOptions({ input: { projectId } }));
}

/** The frozen reports of a project, newest first. */
export function useReports(projectId: Id) {
  return useQuery(reportsOf(projectId));
}

export function frozenReport(id: Id) {
  // What is frozen does not change, so it is asked for once.
  return queryOptions({ ...orpc.reports.get.queryOptions({ input: { id } }), staleTime: Number.POSITIVE_INFINITY });
}

/** One frozen report, checked against its hash. */
export function useFrozenReport(id: Id) {
  return useQuery(frozenReport(id));
}

/** The report as it would be frozen now. */
export function useReportPreview(request: {
  readonly projectId: Id;
  readonly basis: ComparisonBasis;
  readonly language: ReportLanguage;
}) {
  return useQuery(orpc.reports.preview.queryOptions({ input: { ...request, currency: null, quantityPercent: 100 } }));
}
