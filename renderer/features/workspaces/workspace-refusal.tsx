import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Backup, WORKSPACE_REFUSALS } from '../../../shared/contract/workspaces.ts';
import { formatBytes, formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useWorkspaceState } from './queries.ts';
import type { Opening } from './use-opening.ts';

export interface Refusal {
  readonly kind: (typeof WORKSPACE_REFUSALS)[number];
  readonly dir: string;
  readonly canOpenReadOnly: boolean;
  readonly backups: readonly Backup[];
}

const SHOWN_BACKUPS = 5;

/** Why a folder was not opened, in a sentence, and every offer that fits. */
export function WorkspaceRefusal(props: {
  readonly refusal: Refusal;
  readonly opening: Opening;
  readonly dismiss: () => void;
}) {
  const { refusal, opening, dismiss } = props;
  const { t } = useText();
  const baseCurrency = useWorkspaceState().data?.open?.baseCurrency ?? 'CNY';
  const canCreate = refusal.kind === 'notFound' || refusal.kind === 'noWorkspace';
  const isDamage = refusal.kind === 'damaged' || refusal.kind === 'empty' || refusal.kind === 'foreign';
  return (
    <Alert
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('workspaces:refusal.title')}
      withCloseButton
      closeButtonLabel={t('close')}
      onClose={dismiss}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text>{t(`workspaces:refusal.${refusal.kind}`, { dir: refusal.dir })}</Text>
        <Group gap="xs">
          {refusal.canOpenReadOnly ? (
            <Button
              variant="default"
              loading={opening.isPending('open')}
              onClick={() => opening.open(refusal.dir, true)}
            >
              {t('workspaces:refusal.openReadOnly')}
            </Button>
          ) : null}
          {canCreate ? (
            <Button
              variant="default"
              onClick={() => opening.create({ dir: refusal.dir, name: lastPart(refusal.dir), baseCurrency })}
            >
              {t('workspaces:refusal.createHere')}
            </Button>
          ) : null}
          <Button variant="default" onClick={dismiss}>
            {t('workspaces:refusal.chooseAnother')}
          </Button>
        </Group>
        {isDamage ? <Backups refusal={refusal} opening={opening} /> : null}
      </Stack>
    </Alert>
  );
}

function Backups({ refusal, opening }: { readonly refusal: Refusal; readonly opening: Opening }) {
  const { t } = useText();
  if (refusal.backups.length === 0) return <Text c="dimmed">{t('workspaces:refusal.noBackups')}</Text>;
  return (
    <Stack gap={4} align="flex-start">
      <Text size="xs" c="dimmed">
        {t('workspaces:refusal.restoreHint')}
      </Text>
      {refusal.backups.slice(0, SHOWN_BACKUPS).map((backup) => (
        <Button
          key={backup.file}
          variant="default"
          loading={opening.isPending('restore')}
          onClick={() => opening.restore(refusal.dir, backup.file)}
          rightSection={
            <Text size="xs" c="dimmed">
              {formatBytes(backup.byteSize)}
            </Text>
          }
        >
          {t('workspaces:refusal.restoreFrom', { at: formatInstant(backup.createdAt) })}
        </Button>
      ))}
    </Stack>
  );
}

function lastPart(dir: string): string {
  return (
    dir
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? dir
  );
}
