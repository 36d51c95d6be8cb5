import { Group, Stack, Text, Title } from '@mantine/core';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { LoadingForm } from '../../ui/states.tsx';
import { useWorkspaceState } from '../workspaces/queries.ts';
import classes from './settings.module.css';

export function AboutScreen() {
  const { t } = useText();
  const state = useWorkspaceState().data;
  useCrumb(1, t('settings:about.title'));
  return (
    <>
      <PageHeader title={t('settings:about.title')} />
      {state === undefined ? (
        <LoadingForm fields={2} />
      ) : (
        <Stack gap="lg" className={classes.form}>
          <Group gap="md">
            <img src="/icon.svg" alt="" width={44} height={44} />
            <div>
              <Title order={2}>Hangjia 行家</Title>
              <Text c="dimmed">{t('settings:about.version', { version: state.version })}</Text>
            </div>
          </Group>
          <Stack gap={4}>
            <Text>{t(`settings:about.${state.host.kind}`)}</Text>
            <Text>{t(state.host.canMakePdf ? 'settings:about.pdf' : 'settings:about.noPdf')}</Text>
            <Text>{t('settings:about.offline')}</Text>
          </Stack>
        </Stack>
      )}
    </>
  );
}
