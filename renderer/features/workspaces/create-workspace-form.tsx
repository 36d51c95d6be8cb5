import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { FolderInput } from './folder-input.tsx';
import { useWorkspaceState } from './queries.ts';
import type { Opening } from './use-opening.ts';

export function CreateWorkspaceForm({ opening }: { readonly opening: Opening }) {
  const { t } = useText();
  const state = useWorkspaceState().data;
  const form = useForm({
    mode: 'controlled',
    initialValues: { name: '', dir: state?.suggestedDir ?? '', baseCurrency: 'CNY' },
    validate: {
      name: (name) => (name.trim() === '' ? t('required') : null),
      dir: (dir) => (dir.trim() === '' ? t('required') : null),
    },
  });
  return (
    <form onSubmit={form.onSubmit((values) => opening.create(values))} noValidate>
      <Stack gap="md">
        <Title order={2}>{t('workspaces:create.title')}</Title>
        <TextInput
          label={t('workspaces:create.name')}
          placeholder={t('workspaces:create.namePlaceholder')}
          {...form.getInputProps('name')}
        />
        <FolderInput
          label={t('workspaces:create.folder')}
          description={t('workspaces:create.folderHint')}
          {...form.getInputProps('dir')}
        />
        <CurrencySelect
          label={t('workspaces:create.baseCurrency')}
          description={t('workspaces:create.baseCurrencyHint')}
          value={form.values.baseCurrency}
          onChange={(currency) => form.setFieldValue('baseCurrency', currency)}
        />
        <Button
          type="submit"
          variant="default"
          loading={opening.isPending('create')}
          style={{ alignSelf: 'flex-start' }}
        >
          {t('workspaces:create.submit')}
        </Button>
      </Stack>
    </form>
  );
}
