import { Button, Group, Stack, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { FolderInput } from './folder-input.tsx';
import type { Opening } from './use-opening.ts';

export function OpenWorkspaceForm({ opening }: { readonly opening: Opening }) {
  const { t } = useText();
  const [dir, setDir] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (dir.trim() !== '') opening.open(dir);
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Title order={2}>{t('workspaces:open.title')}</Title>
        <Group align="flex-end" wrap="nowrap" gap="xs">
          <FolderInput
            flex={1}
            label={t('workspaces:open.folder')}
            placeholder={t('workspaces:open.folderPlaceholder')}
            value={dir}
            onChange={setDir}
          />
          <Button type="submit" variant="default" disabled={dir.trim() === ''} loading={opening.isPending('open')}>
            {t('workspaces:open.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
