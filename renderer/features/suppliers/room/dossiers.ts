import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Download, ReportLanguage } from '../../../../shared/contract/reports.ts';
import type { DossierSummary } from '../../../../shared/contract/supplier-dossiers.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { client, orpc } from '../../../app/client.ts';
import { saveDownload } from '../../../app/save-download.ts';
import { useStreamedWork } from '../../../app/streamed-work.ts';
import { useWrite } from '../../../app/write.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { useUndoToast } from '../../history/mutations.ts';

const touches = [orpc.supplierDossiers.list.key()];

/** The frozen dossiers of a supplier, newest first. */
export function useDossiers(supplierId: Id) {
  return useQuery(orpc.supplierDossiers.list.queryOptions({ input: { supplierId } }));
}

/** One frozen dossier, checked against its hash. What is frozen does not change, so it is asked for once. */
export function useDossier(id: Id) {
  const options = orpc.supplierDossiers.get.queryOptions({ input: { id } });
  return useQuery(queryOptions({ ...options, staleTime: Number.POSITIVE_INFINITY }));
}

export const useFreezeDossier = () => useWrite(orpc.supplierDossiers.freeze.mutationOptions(), { touches });

/** Puts a dossier into the bin and offers to take it back. */
export function useRemoveDossier() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.supplierDossiers.remove.mutationOptions(), { touches });
  return ({ id, number }: DossierSummary) =>
    remove.mutate(
      { id },
      {
        onSuccess: ({ actionId }) =>
          offerUndo(t('deleted', { name: t('suppliers:dossierNumbered', { number }) }), actionId),
      },
    );
}

export interface DossierPdfRequest {
  readonly id: Id;
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
}

/** Makes a PDF of a frozen dossier and hands it to the browser to be saved. */
export function useDossierPdf() {
  const work = useStreamedWork<DossierPdfRequest, Download>((request, signal) =>
    client.supplierDossiers.exportPdf(request, { signal }),
  );
  const run = async (request: DossierPdfRequest): Promise<void> => {
    const download = await work.run(request);
    if (download === null) return;
    saveDownload(download);
  };
  return { ...work, run };
}
