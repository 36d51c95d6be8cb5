import { ActionIcon, Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { type Attachment, MAX_ATTACHMENT_BYTES } from '../../../shared/contract/attachments.ts';
import { describeError } from '../../app/errors.ts';
import { formatBytes, formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { attachmentAddress } from './attachment-address.ts';
import classes from './attachment-list.module.css';
import { useAddAttachment, useRemoveAttachment } from './mutations.ts';
import { type AttachmentOwner, useAttachments } from './queries.ts';

/** The files of one record: drop to add, click to open or save, take off with undo. */
export function AttachmentList({ owner, readOnly }: { readonly owner: AttachmentOwner; readonly readOnly: boolean }) {
  const { t } = useText();
  const files = useAttachments(owner);
  const add = useAddAttachment();
  const remove = useRemoveAttachment(owner);
  return (
    <Stack gap={8}>
      {files.isError ? (
        <Text size="sm" c="red" role="alert">
          {describeError(files.error, t)}
        </Text>
      ) : files.isPending ? (
        <Skeleton height={26} />
      ) : files.data.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('quotes:file.none')}
        </Text>
      ) : (
        <ul className={classes.list} aria-label={t('quotes:file.list')}>
          {files.data.map((file) => (
            <FileRow key={file.id} file={file} {...(readOnly ? {} : { onRemove: () => remove(file) })} />
          ))}
        </ul>
      )}
      {readOnly ? null : (
        <FileDrop
          multiple
          maxBytes={MAX_ATTACHMENT_BYTES}
          busy={add.isPending}
          hint={t('quotes:file.drop', { limit: formatBytes(MAX_ATTACHMENT_BYTES) })}
          onFiles={(dropped) => {
            for (const file of dropped) add.mutate({ ...owner, file });
          }}
        />
      )}
    </Stack>
  );
}

function FileRow({ file, onRemove }: { readonly file: Attachment; readonly onRemove?: () => void }) {
  const { t } = useText();
  return (
    <li className={classes.file}>
      <IconFile size={15} aria-hidden />
      {file.state === 'missing' ? (
        <span className={classes.name} title={file.fileName}>
          {file.fileName}
        </span>
      ) : (
        <Anchor
          className={classes.name}
          href={attachmentAddress(file)}
          target="_blank"
          rel="noopener"
          title={`${file.fileName} · ${formatInstant(file.createdAt)}`}
        >
          {file.fileName}
        </Anchor>
      )}
      {file.state === 'intact' ? (
        <span className={classes.size}>{formatBytes(file.byteSize)}</span>
      ) : (
        <StatusBadge tone="bad" label={t(`quotes:file.${file.state}`)} />
      )}
      {onRemove === undefined ? null : (
        <ActionIcon size="sm" aria-label={t('quotes:file.remove', { name: file.fileName })} onClick={onRemove}>
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}
