import type { Download, ReportLanguage, ReportSummary } from '../../../shared/contract/reports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { saveDownload } from '../../app/save-download.ts';
import { useStreamedWork } from '../../app/streamed-work.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';

/** Freezes the comparison and evaluation as they stand into a numbered report. */
export const useFreezeReport = () =>
  useWrite(orpc.reports.create.mutationOptions(), { touches: [orpc.reports.list.key()] });

/** Puts a report into the bin and offers to take it back. */
export function useRemoveReport() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.reports.remove.mutationOptions(), { touches: [orpc.reports.list.key()] });
  return ({ id, number }: ReportSummary) =>
    remove.mutate(
      { id },
      { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name: t('reports:numbered', { number }) }), actionId) },
    );
}

export interface ReportExportRequest {
  readonly id: Id;
  readonly format: 'pdf' | 'xlsx' | 'csv';
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}

/** Makes a file of a frozen report and hands it to the browser to be saved. */
export function useReportExport() {
  const work = useStreamedWork<ReportExportRequest, Download>((request, signal) =>
    client.reports.exportFile(request, { signal }),
  );
  const run = async (request: ReportExportRequest): Promise<void> => {
    const download = await work.run(request);
    if (download !== null) saveDownload(download);
  };
  return { ...work, run };
}
