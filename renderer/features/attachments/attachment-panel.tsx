import { ActionIcon, Skeleton, Text, UnstyledButton } from '@mantine/core';
import { IconFile, IconFileTypePdf, IconX } from '@tabler/icons-react';
import { type ClipboardEvent, useState } from 'react';
import { type Attachment, MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { describeError } from '../../app/errors.ts';
import { formatBytes } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { attachmentAddress } from './attachment-address.ts';
import classes from './attachment-panel.module.css';
import { FileUses } from './file-uses.tsx';
import { useAddAttachment, useRemoveAttachment } from './mutations.ts';
import { PictureDialog } from './picture-dialog.tsx';
import { isPdf, isPicture, nameOfPasted } from './pictures.ts';
import { type AttachmentOwner, useAttachments } from './queries.ts';

/**
 * Photos and files of one record: drop, paste or choose to add; a click shows a picture here and a PDF in a window of its own,
 * anything else is saved. Taking off can be undone. The same bytes are stored once, whoever they belong to.
 */
export function AttachmentPanel(props: {
  readonly owner: AttachmentOwner;
  readonly readOnly: boolean;
  /** What these files are ("Files", "Photos"), for the ear. */
  readonly label?: string;
}) {
  const { owner, readOnly, label } = props;
  const { t } = useText();
  const files = useAttachments(owner);
  const add = useAddAttachment();
  const remove = useRemoveAttachment(owner);
  const [shown, setShown] = useState<string | null>(null);
  const take = (taken: readonly File[]) => {
    for (const file of taken) add.mutate({ ...owner, file });
  };
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (readOnly || pasted.length === 0) return;
    event.preventDefault();
    take(pasted.map((file) => nameOfPasted(file, t('inspections:attach.pasted'), new Date())));
  };
  const pictures = (files.data ?? []).filter(isPicture);
  return (
    <section className={classes.panel} aria-label={label ?? t('inspections:attach.title')} onPaste={paste}>
      {files.isError ? (
        <Text size="sm" c="red" role="alert">
          {describeError(files.error, t)}
        </Text>
      ) : files.isPending ? (
        <Skeleton height={110} />
      ) : files.data.length === 0 ? (
        readOnly ? (
          <Text size="xs" c="dimmed">
            {t('inspections:attach.none')}
          </Text>
        ) : null
      ) : (
        <ul className={classes.grid}>
          {files.data.map((file) => (
            <FileTile
              key={file.id}
              file={file}
              onShow={() => setShown(file.id)}
              {...(readOnly ? {} : { onRemove: () => remove(file) })}
            />
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <FileDrop
          multiple
          maxBytes={MAX_ATTACHMENT_BYTES}
          busy={add.isPending}
          hint={`${t('inspections:attach.paste')} ${t('quotes:file.drop', { limit: formatBytes(MAX_ATTACHMENT_BYTES) })}`}
          onFiles={take}
        />
      )}
      <PictureDialog pictures={pictures} shownId={shown} onShow={setShown} />
    </section>
  );
}

function FileTile(props: { readonly file: Attachment; readonly onShow: () => void; readonly onRemove?: () => void }) {
  const { file, onShow, onRemove } = props;
  const { t } = useText();
  const name = file.fileName;
  const open = t('inspections:attach.open', { name });
  return (
    <li className={classes.file}>
      {file.state === 'missing' ? (
        <span className={classes.thumb}>
          <StatusBadge tone="bad" label={t('inspections:attach.missing')} />
        </span>
      ) : isPicture(file) ? (
        <UnstyledButton className={classes.thumb} onClick={onShow} aria-label={open}>
          <img src={attachmentAddress(file)} alt="" loading="lazy" />
        </UnstyledButton>
      ) : (
        <a className={classes.thumb} href={attachmentAddress(file)} target="_blank" rel="noopener" aria-label={open}>
          {isPdf(file) ? (
            <IconFileTypePdf size={30} stroke={1.4} aria-hidden />
          ) : (
            <IconFile size={30} stroke={1.4} aria-hidden />
          )}
        </a>
      )}
      <span className={classes.caption} title={`${name} · ${formatBytes(file.byteSize)}`}>
        {file.state === 'altered' ? <StatusBadge tone="bad" label={t('inspections:attach.altered')} /> : null} {name}
      </span>
      <FileUses file={file} />
      {onRemove === undefined ? null : (
        <ActionIcon
          className={classes.remove}
          size="sm"
          aria-label={t('inspections:attach.remove', { name })}
          onClick={onRemove}
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
