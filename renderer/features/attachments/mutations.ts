import type { Attachment } from '../../../shared/contract/attachments.ts';
import { orpc } from '../../app/client.ts';
import { useWrite } from '../../app/write.tsx';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';
import type { AttachmentOwner } from './queries.ts';

/** Lists of quotes count their files. */
const touched = [
  orpc.attachments.key(),
  orpc.quotes.list.key(),
  orpc.samples.get.key(),
  orpc.qualityDocuments.list.key(),
];

export const useAddAttachment = () => useWrite(orpc.attachments.add.mutationOptions(), { touches: touched });

/** Takes a file off its owner and offers to take that back. */
export function useRemoveAttachment(owner: AttachmentOwner) {
  const { t } = useText();
  const offerUndo = useUndoToast();
  const remove = useWrite(orpc.attachments.remove.mutationOptions(), { touches: touched });
  return (file: Attachment) =>
    remove.mutate(
      { ...owner, id: file.id },
      { onSuccess: ({ actionId }) => offerUndo(t('deleted', { name: file.fileName }), actionId) },
    );
}
