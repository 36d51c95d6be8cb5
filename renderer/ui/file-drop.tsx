import { Group, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { formatBytes } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

export interface FileDropProps {
  readonly onFiles: (files: readonly File[]) => void;
  /** Larger files are refused before they are sent. */
  readonly maxBytes: number;
  readonly busy?: boolean;
  readonly multiple?: boolean;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  /** Media types or endings as `accept` takes them; without it any file. */
  readonly accept?: readonly string[];
  readonly disabled?: boolean;
}

/** A place to drop a file on or to choose one with; says at once what it cannot take. */
export function FileDrop(props: FileDropProps) {
  const { onFiles, maxBytes, busy = false, multiple = false, hint, icon, accept, disabled = false } = props;
  const { t } = useText();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <Stack gap={4}>
      <Dropzone
        onDrop={(files) => {
          setRefusal(null);
          onFiles(files);
        }}
        onReject={(rejections) => {
          const tooLarge = rejections.some((rejection) =>
            rejection.errors.some((error) => error.code === 'file-too-large'),
          );
          setRefusal(tooLarge ? t('fileDrop.tooLarge', { limit: formatBytes(maxBytes) }) : t('fileDrop.reject'));
        }}
        maxSize={maxBytes}
        multiple={multiple}
        loading={busy}
        disabled={disabled}
        inputProps={{ 'aria-label': t('fileDrop.title') }}
        {...(accept === undefined ? {} : { accept: [...accept] })}
      >
        <Group justify="center" gap="md" mih={96} wrap="nowrap" style={{ pointerEvents: 'none' }}>
          {icon ?? <IconFileUpload size={28} stroke={1.4} aria-hidden />}
          <Stack gap={2}>
            <Text>{t('fileDrop.title')}</Text>
            {hint === undefined ? null : (
              <Text size="xs" c="dimmed">
                {hint}
              </Text>
            )}
          </Stack>
        </Group>
      </Dropzone>
      {refusal === null ? null : (
        <Text size="sm" c="red" role="alert">
          {refusal}
        </Text>
      )}
    </Stack>
  );
}
