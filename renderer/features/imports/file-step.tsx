import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import type { Upload } from './import-frame.tsx';
import classes from './imports.module.css';
import { useUpload } from './mutations.ts';

/** As the core's own cap; a larger file is refused before it is sent. */
const MAX_BYTES = 100 * 1024 * 1024;

/** The file, dropped or chosen. `hint` stands on the field, `kinds` says what the sheet may look like. */
export function FileStep(props: {
  readonly hint: string;
  readonly kinds: string;
  readonly current: Upload | null;
  readonly onTaken: (upload: Upload) => void;
  readonly onKeep: () => void;
}) {
  const { hint, kinds, current, onTaken, onKeep } = props;
  const { t } = useText();
  const upload = useUpload();
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined) return;
    upload.mutate({ file }, { onSuccess: ({ uploadId, fileName }) => onTaken({ uploadId, fileName }) });
  };
  return (
    <Stack className={classes.narrow} gap="md">
      <FileDrop
        onFiles={take}
        maxBytes={MAX_BYTES}
        busy={upload.isPending}
        multiple={false}
        hint={hint}
        icon={<IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />}
      />
      {upload.error === null ? null : (
        <Alert color="red" role="alert">
          {describeError(upload.error, t)}
        </Alert>
      )}
      {current === null ? (
        <Text c="dimmed" size="sm">
          {kinds}
        </Text>
      ) : (
        <Group justify="space-between">
          <Text size="sm">{t('imports:fileTaken', { file: current.fileName })}</Text>
          <Button onClick={onKeep}>{t('next')}</Button>
        </Group>
      )}
    </Stack>
  );
}
