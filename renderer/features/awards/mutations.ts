import type { InferContractRouterInputs } from '@orpc/contract';
import type { AwardFields, SolvedScenario, StoredAward, StoredScenario } from '../../../shared/contract/awards.ts';
import type { contract } from '../../../shared/contract/index.ts';
import type { Download } from '../../../shared/contract/reports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { saveDownload } from '../../app/save-download.ts';
import { useStreamedWork } from '../../app/streamed-work.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';

type Inputs = InferContractRouterInputs<typeof contract>['awards'];

const touched = [orpc.awards.key()];

/** Looks for the cheapest award, with progress and a way to stop. */
export const useSolve = () =>
  useStreamedWork<Inputs['solve'], SolvedScenario>((request, signal) => client.awards.solve(request, { signal }));

export const useSaveScenario = () => useWrite(orpc.awards.saveScenario.mutationOptions(), { touches: touched });
export const useRenameScenario = () => useWrite(orpc.awards.renameScenario.mutationOptions(), { touches: touched });
export const useSaveAward = () => useWrite(orpc.awards.save.mutationOptions(), { touches: touched });
export const useSavePoint = () => useWrite(orpc.awards.savePoint.mutationOptions(), { touches: touched });
export const useConfirmAward = () => useWrite(orpc.awards.confirm.mutationOptions(), { touches: touched });
export const useReopenAward = () => useWrite(orpc.awards.reopen.mutationOptions(), { touches: touched });
export const useFreezeDossier = () =>
  useWrite(orpc.reports.createDossier.mutationOptions(), { touches: [orpc.reports.list.key()] });

/** Puts a scenario into the bin and offers to take it back. */
export function useRemoveScenario() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.awards.removeScenario.mutationOptions(), { touches: touched });
  return ({ id, revision, scenario }: StoredScenario) =>
    remove.mutate(
      { id, revision },
      { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name: scenario.name }), actionId) },
    );
}

export function useRemoveAward() {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.awards.remove.mutationOptions(), { touches: touched });
  return ({ id, revision }: StoredAward) =>
    remove.mutate(
      { id, revision },
      { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name: t('projects:tab.award') }), actionId) },
    );
}

/** Makes a PDF of a letter or of the scenarios and hands it to the browser to be saved. */
export function useAwardFile() {
  const work = useStreamedWork<Inputs['exportFile'], Download>((request, signal) =>
    client.awards.exportFile(request, { signal }),
  );
  const run = async (request: Inputs['exportFile']): Promise<void> => {
    const download = await work.run(request);
    if (download === null) return;
    saveDownload(download);
  };
  return { ...work, run };
}

/** An award as it is written back: its content with one part changed. */
export function fieldsOf({ content, scenarioId }: Pick<StoredAward, 'content' | 'scenarioId'>): AwardFields {
  return {
    source: content.source,
    scenarioId,
    basis: content.basis,
    reasons: content.reasons,
    suppliers: content.suppliers.map(({ supplierId, note, notComparableReason, lines }) => ({
      supplierId,
      note,
      notComparableReason,
      lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    })),
    alternates: content.alternates.map(({ supplierId, note }) => ({ supplierId, note })),
    approvals: content.approvals.map((approval) => ({ ...approval })),
  };
}

/** The division of a scenario as the fields of an award; what else the award says stays. */
export function fieldsFromScenario(
  id: Id,
  { scenario }: StoredScenario,
  before: StoredAward | null,
): AwardFields | null {
  if (scenario.result.state !== 'solved') return null;
  const kept = before === null ? EMPTY_FIELDS : fieldsOf(before);
  const suppliers = scenario.result.award.orders.map(({ supplierId, lines }) => {
    const known = kept.suppliers.find((one) => one.supplierId === supplierId);
    return {
      supplierId,
      note: known?.note ?? '',
      notComparableReason: known?.notComparableReason ?? '',
      lines: lines.map(({ itemId, quantity }) => ({ itemId, quantity })),
    };
  });
  return {
    ...kept,
    source: 'scenario',
    scenarioId: id,
    basis: scenario.input.basis,
    suppliers,
    alternates: kept.alternates.filter(({ supplierId }) => suppliers.every((one) => one.supplierId !== supplierId)),
  };
}

export const EMPTY_FIELDS: AwardFields = {
  source: 'manual',
  scenarioId: null,
  basis: 'comparable',
  reasons: '',
  suppliers: [],
  alternates: [],
  approvals: [],
};
