import { useQueryClient } from '@tanstack/react-query';
import type { ChecklistPointInput } from '../../../shared/contract/checklists.ts';
import type { InspectionDefect, InspectionDetails, InspectionFields } from '../../../shared/contract/inspections.ts';
import type { Download } from '../../../shared/contract/reports.ts';
import { DEFAULT_LEVEL, DEFAULT_LIMITS } from '../../../shared/domain/aql/plan.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { describeError } from '../../app/errors.ts';
import { saveDownload } from '../../app/save-download.ts';
import { useSaveQueue } from '../../app/save-queue.ts';
import { useStreamedWork } from '../../app/streamed-work.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { toastError } from '../../ui/toasts.tsx';
import { type AnswerChange, changedAnswer } from '../checklists/answer-change.ts';
import { useUndoToast } from '../history/mutations.ts';

export const useCreateInspection = () =>
  useWrite(orpc.inspections.create.mutationOptions(), { touches: [orpc.inspections.list.key()] });

export const useRepeatInspection = () =>
  useWrite(orpc.inspections.repeat.mutationOptions(), { touches: [orpc.inspections.key()] });

/** What an inspection starts with. */
export function plannedFields(
  own: Partial<InspectionFields>,
): Omit<InspectionFields, 'overrideResult' | 'overrideReason'> {
  return {
    itemId: null,
    projectId: null,
    goldenSampleId: null,
    title: '',
    batch: '',
    plannedOn: null,
    doneOn: null,
    place: '',
    inspector: '',
    orderQuantity: null,
    lotSize: null,
    level: DEFAULT_LEVEL,
    aqlCritical: DEFAULT_LIMITS.critical,
    aqlMajor: DEFAULT_LIMITS.major,
    aqlMinor: DEFAULT_LIMITS.minor,
    inspectedQuantity: null,
    notes: '',
    ...own,
  };
}

export type DefectInput = Omit<InspectionDefect, 'id'> & { readonly id: Id | null };

/** From the defects as they are stored when it is saved: two fields left quickly one after the other both count. */
export type DefectsChange = (stored: readonly InspectionDefect[]) => readonly DefectInput[];

type InspectionChange =
  | { readonly kind: 'fields'; readonly changes: Partial<InspectionFields> }
  | { readonly kind: 'defects'; readonly change: DefectsChange }
  | { readonly kind: 'points'; readonly points: ChecklistPointInput[] }
  | { readonly kind: 'answer'; readonly answer: AnswerChange }
  | { readonly kind: 'close'; readonly isClosed: boolean };

/** Saves changes of one inspection, one after the other, each on the revision that the one before it left. */
export function useSaveInspection(id: Id) {
  const { t } = useText();
  const queryClient = useQueryClient();
  const queryKey = orpc.inspections.get.queryKey({ input: { id } });
  return useSaveQueue(async (change: InspectionChange) => {
    const known = queryClient.getQueryData<InspectionDetails>(queryKey);
    if (known === undefined) throw new Error('the inspection is not loaded');
    try {
      const saved = await send(known, change);
      queryClient.setQueryData(queryKey, saved);
      for (const key of [orpc.inspections.list.key(), orpc.inspections.drift.key(), orpc.history.key()]) {
        void queryClient.invalidateQueries({ queryKey: key });
      }
      return saved;
    } catch (error) {
      toastError(describeError(error, t), t('app:error.title'));
      void queryClient.invalidateQueries({ queryKey });
      throw error;
    }
  });
}

function send(known: InspectionDetails, change: InspectionChange): Promise<InspectionDetails> {
  const { id, revision } = known.inspection;
  switch (change.kind) {
    case 'fields':
      return client.inspections.update({ id, revision, changes: change.changes });
    case 'defects':
      return client.inspections.saveDefects({ id, revision, defects: [...change.change(known.defects)] });
    case 'points':
      return client.inspections.savePoints({ id, revision, points: change.points });
    case 'answer':
      return client.inspections.saveAnswers({
        id,
        revision,
        answers: [changedAnswer(known.answers, change.answer)],
      });
    case 'close':
      return client.inspections.close({ id, revision, isClosed: change.isClosed });
  }
}

export function useRemoveInspection() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.inspections.remove.mutationOptions(), { touches: [orpc.inspections.list.key()] });
  return (inspection: { id: Id; revision: number; number: number }, onRemoved: () => void) =>
    remove.mutate(
      { id: inspection.id, revision: inspection.revision },
      {
        onSuccess: ({ actionId }) => {
          onRemoved();
          offerUndo(t('deleted', { name: t('inspections:numbered', { number: inspection.number }) }), actionId);
        },
      },
    );
}

export const useCreateDocument = () =>
  useWrite(orpc.qualityDocuments.create.mutationOptions(), { touches: [orpc.qualityDocuments.key()] });

export const useUpdateDocument = () =>
  useWrite(orpc.qualityDocuments.update.mutationOptions(), { touches: [orpc.qualityDocuments.key()] });

export function useRemoveDocument() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.qualityDocuments.remove.mutationOptions(), { touches: [orpc.qualityDocuments.key()] });
  return (document: { id: Id; revision: number; standard: string }, onRemoved: () => void) =>
    remove.mutate(
      { id: document.id, revision: document.revision },
      {
        onSuccess: ({ actionId }) => {
          onRemoved();
          offerUndo(t('deleted', { name: document.standard }), actionId);
        },
      },
    );
}

export const useSaveHoliday = () => useWrite(orpc.holidays.save.mutationOptions(), { touches: [orpc.holidays.key()] });

export function useRemoveHoliday() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.holidays.remove.mutationOptions(), { touches: [orpc.holidays.key()] });
  return (holiday: { id: Id | null; key: string | null; revision: number | null }, name: string) =>
    remove.mutate(holiday, { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name }), actionId) });
}

export interface PdfRequest {
  readonly of: 'samples' | 'inspections';
  readonly id: Id;
  readonly language: 'en' | 'zh' | 'both';
  readonly paper: 'A4' | 'Letter';
  readonly isBlank: boolean;
}

/** Makes a PDF of a sheet and hands it to the browser to be saved. */
export function useSheetPdf() {
  const work = useStreamedWork<PdfRequest, Download>(({ of, ...request }, signal) =>
    of === 'samples'
      ? client.samples.exportPdf(request, { signal })
      : client.inspections.exportPdf(request, { signal }),
  );
  const run = async (request: PdfRequest): Promise<void> => {
    const download = await work.run(request);
    if (download === null) return;
    saveDownload(download);
  };
  return { ...work, run };
}
