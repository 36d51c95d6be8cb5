import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconArrowRight, IconLanguage } from '@tabler/icons-react';
import { useState } from 'react';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { CreateWorkspaceForm } from './create-workspace-form.tsx';
import { OpenWorkspaceForm } from './open-workspace-form.tsx';
import { RecentWorkspaces } from './recent-workspaces.tsx';
import { useOpening } from './use-opening.ts';
import classes from './welcome-screen.module.css';
import { type Refusal, WorkspaceRefusal } from './workspace-refusal.tsx';

/** The first thing anybody sees: what a workspace is, and the ways to have one. */
export function WelcomeScreen() {
  const { t } = useText();
  const { language, setLanguage } = useLanguage();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const opening = useOpening(setRefusal);
  return (
    <main className={classes.page}>
      <Stack gap="xl" className={classes.inner}>
        <Group justify="space-between" align="flex-start">
          <Group gap="md" wrap="nowrap" align="flex-start">
            <img src="/icon.svg" alt="" width={40} height={40} />
            <Stack gap={2}>
              <Title order={1} fz={22}>
                {t('workspaces:welcome')}
              </Title>
              <Text c="dimmed">{t('app:tagline')}</Text>
            </Stack>
          </Group>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconLanguage size={15} aria-hidden />}
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {t('workspaces:otherLanguage')}
          </Button>
        </Group>
        {refusal === null ? null : (
          <WorkspaceRefusal refusal={refusal} opening={opening} dismiss={() => setRefusal(null)} />
        )}
        <Paper withBorder p="lg" className={classes.sample}>
          <Group justify="space-between" wrap="nowrap">
            <Stack gap={2}>
              <Title order={2}>{t('workspaces:sample.title')}</Title>
              <Text c="dimmed">{t('workspaces:sample.hint')}</Text>
            </Stack>
            <Button
              flex="none"
              rightSection={<IconArrowRight size={15} aria-hidden />}
              loading={opening.isPending('sample')}
              onClick={opening.sample}
            >
              {t('workspaces:sample.submit')}
            </Button>
          </Group>
        </Paper>
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Paper withBorder p="lg">
            <CreateWorkspaceForm opening={opening} />
          </Paper>
          <Paper withBorder p="lg">
            <Stack gap="lg">
              <OpenWorkspaceForm opening={opening} />
              <RecentWorkspaces opening={opening} />
            </Stack>
          </Paper>
        </SimpleGrid>
        <Text c="dimmed" size="xs">
          {t('workspaces:welcomeHint')}
        </Text>
      </Stack>
    </main>
  );
}
