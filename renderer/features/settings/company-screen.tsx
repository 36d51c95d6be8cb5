import { Button, Group, Stack, Text, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { OpenWorkspace, WorkspaceProfile } from '../../../shared/contract/workspaces.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { changedFields } from '../../app/changed-fields.ts';
import { useStoredForm } from '../../app/stored-form.ts';
import { useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { LoadingForm } from '../../ui/states.tsx';
import { useUpdateWorkspace } from '../workspaces/mutations.ts';
import { useWorkspaceState } from '../workspaces/queries.ts';
import { LogoField } from './logo-field.tsx';
import classes from './settings.module.css';

export function CompanyScreen() {
  const { t } = useText();
  const open = useWorkspaceState().data?.open ?? null;
  useCrumb(1, t('settings:company.title'));
  return (
    <>
      <PageHeader title={t('settings:company.title')} />
      {open === null ? <LoadingForm /> : <ProfileForm key={open.dir} open={open} />}
    </>
  );
}

/** The workspace's own fields; a change from elsewhere is taken over in every field that is not being edited here. */
function ProfileForm({ open }: { readonly open: OpenWorkspace }) {
  const { t } = useText();
  const readOnly = open.readOnly !== null;
  const form = useForm<WorkspaceProfile>({
    mode: 'controlled',
    initialValues: profileOf(open),
    validate: { name: (name) => (name.trim() === '' ? t('required') : null) },
  });
  const dirty = form.isDirty();
  const stored = useStoredForm(form, profileOf(open), open.revision);
  const update = useUpdateWorkspace(stored.takeStored);
  const submit = form.onSubmit((values) => {
    const { fields, revision } = stored.base();
    update.mutate({ revision, changes: changedFields(fields, values) });
  });
  return (
    <form onSubmit={submit} noValidate className={classes.form}>
      <Stack gap="lg">
        <Stack gap="md">
          <Title order={2}>{t('settings:company.workspace')}</Title>
          <TextInput label={t('settings:company.workspaceName')} readOnly={readOnly} {...form.getInputProps('name')} />
          <div>
            <Text size="xs" fw={500}>
              {t('settings:company.folder')}
            </Text>
            <Text className={classes.path}>{open.dir}</Text>
          </div>
          <CurrencySelect
            label={t('settings:company.baseCurrency')}
            description={t('settings:company.baseCurrencyHint')}
            readOnly={readOnly}
            value={form.values.baseCurrency}
            onChange={(currency) => form.setFieldValue('baseCurrency', currency)}
          />
        </Stack>
        <Stack gap="md">
          <div>
            <Title order={2}>{t('settings:company.company')}</Title>
            <Text c="dimmed">{t('settings:company.companyHint')}</Text>
          </div>
          <Group grow align="flex-start">
            <TextInput
              label={t('settings:company.nameEn')}
              readOnly={readOnly}
              {...form.getInputProps('companyNameEn')}
            />
            <TextInput
              label={t('settings:company.nameZh')}
              readOnly={readOnly}
              {...form.getInputProps('companyNameZh')}
            />
          </Group>
          <Textarea
            label={t('settings:company.address')}
            autosize
            minRows={2}
            readOnly={readOnly}
            {...form.getInputProps('companyAddress')}
          />
          <LogoField open={open} />
        </Stack>
        {readOnly ? null : (
          <Group gap="xs">
            <Button type="submit" disabled={!dirty} loading={update.isPending}>
              {t('save')}
            </Button>
            {dirty ? (
              <>
                <Button variant="default" onClick={stored.takeStored}>
                  {t('settings:company.discard')}
                </Button>
                <Text c="dimmed">{t('settings:company.unsaved')}</Text>
              </>
            ) : null}
          </Group>
        )}
      </Stack>
    </form>
  );
}

function profileOf(open: OpenWorkspace): WorkspaceProfile {
  const { name, companyNameEn, companyNameZh, companyAddress, baseCurrency } = open;
  return { name, companyNameEn, companyNameZh, companyAddress, baseCurrency };
}
