import { CloseButton, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useForgetWorkspace } from './mutations.ts';
import { useWorkspaceState } from './queries.ts';
import type { Opening } from './use-opening.ts';
import classes from './welcome-screen.module.css';

/** Workspaces opened lately; one that is gone says so and can be taken off the list. */
export function RecentWorkspaces({ opening }: { readonly opening: Opening }) {
  const { t } = useText();
  const recent = useWorkspaceState().data?.recent ?? [];
  const forget = useForgetWorkspace();
  return (
    <Stack gap={4}>
      <Title order={3}>{t('workspaces:open.recent')}</Title>
      {recent.length === 0 ? <Text c="dimmed">{t('workspaces:open.noRecent')}</Text> : null}
      {recent.map((workspace) => (
        <div key={workspace.dir} className={classes.recent}>
          <UnstyledButton
            className={classes.recentOpen}
            disabled={!workspace.exists}
            onClick={() => opening.open(workspace.dir)}
          >
            <Text fw={500} truncate c={workspace.exists ? undefined : 'dimmed'}>
              {workspace.name}
            </Text>
            <div className={classes.path} title={workspace.dir}>
              {workspace.dir}
            </div>
          </UnstyledButton>
          {workspace.exists ? (
            <Text size="xs" c="dimmed" title={t('workspaces:open.openedAt', { at: formatInstant(workspace.openedAt) })}>
              {formatInstant(workspace.openedAt).slice(0, 10)}
            </Text>
          ) : (
            <StatusBadge tone="warning" label={t('workspaces:open.missing')} />
          )}
          <CloseButton
            size="sm"
            aria-label={t('workspaces:open.forget', { name: workspace.name })}
            onClick={() => forget.mutate({ dir: workspace.dir })}
          />
        </div>
      ))}
    </Stack>
  );
}
