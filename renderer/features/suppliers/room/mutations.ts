import type { Id } from '../../../../shared/kernel/ids.ts';
import { client, orpc } from '../../../app/client.ts';
import { useWrite } from '../../../app/write.tsx';
import { useUndoToast } from '../../history/mutations.ts';

/** What a change of a supplier's file makes out of date: the file, and how the supplier stands in lists. */
const touches = [orpc.supplierProfiles.key(), orpc.suppliers.key(), orpc.itemSources.key()];
const silent = { touches, silent: true } as const;
const profiles = orpc.supplierProfiles;

export const useSaveContact = () => useWrite(profiles.saveContact.mutationOptions(), silent);
export const useSavePayee = () => useWrite(profiles.savePayee.mutationOptions(), silent);
export const useSaveCertificate = () => useWrite(profiles.saveCertificate.mutationOptions(), silent);
export const useSaveReading = () => useWrite(profiles.saveReading.mutationOptions(), silent);
export const useSaveTags = () => useWrite(profiles.saveTags.mutationOptions(), { touches });
export const useSaveCheck = () => useWrite(profiles.saveCheck.mutationOptions(), silent);
export const useDecideCheck = () => useWrite(profiles.saveCheck.mutationOptions(), { touches });
export const useRaiseFlag = () => useWrite(profiles.raiseFlag.mutationOptions(), silent);
export const useOverride = () => useWrite(profiles.override.mutationOptions(), silent);
export const useSaveAsk = () => useWrite(profiles.saveAsk.mutationOptions(), silent);
export const useSaveCommunication = () =>
  useWrite(orpc.communications.save.mutationOptions(), {
    touches: [...touches, orpc.communications.key()],
    silent: true,
  });
export const useAddSource = () => useWrite(orpc.itemSources.add.mutationOptions(), { touches });

type Removable =
  | 'removeContact'
  | 'removePayee'
  | 'removeCertificate'
  | 'removeReading'
  | 'removeFlag'
  | 'removeOverride'
  | 'removeAsk';

interface Removal {
  readonly supplierId: Id;
  readonly id: Id;
}

/** Takes something off a supplier and offers to take that back. */
export function useRemoveRecord(what: Removable) {
  const remove = useWrite(profiles[what].mutationOptions(), { touches });
  return useRemoval(remove.mutate);
}

export function useRemoveCommunication() {
  const remove = useWrite(orpc.communications.remove.mutationOptions(), {
    touches: [...touches, orpc.communications.key()],
  });
  return useRemoval(remove.mutate);
}

export function useRemoveSource() {
  const remove = useWrite(orpc.itemSources.remove.mutationOptions(), { touches });
  return useRemoval(remove.mutate);
}

function useRemoval(
  mutate: (removal: Removal, options: { onSuccess: (done: { actionId: Id }) => void }) => void,
): (removal: Removal, message: string, onRemoved?: () => void) => void {
  const offerUndo = useUndoToast();
  return (removal, message, onRemoved) =>
    mutate(removal, {
      onSuccess: ({ actionId }) => {
        onRemoved?.();
        offerUndo(message, actionId);
      },
    });
}

/** The whole number of a payee account; asked for only when somebody wants to see it. */
export async function askAccountNumber(removal: Removal): Promise<string> {
  const { accountNumber } = await client.supplierProfiles.accountNumber(removal);
  return accountNumber;
}
