import { Alert, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { describeError, isConnectionError } from '../app/errors.ts';
import { useText } from '../i18n/use-text.ts';
import classes from './states.module.css';

/** What belongs here, and the first step to it. */
export function EmptyState(props: {
  readonly title: string;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly action?: { readonly label: string; readonly onClick: () => void; readonly icon?: ReactNode };
  /** A second, quieter step. */
  readonly secondary?: { readonly label: string; readonly onClick: () => void };
}) {
  const { title, hint, icon, action, secondary } = props;
  return (
    <div className={classes.empty}>
      {icon === undefined ? null : <div className={classes.icon}>{icon}</div>}
      <Title order={2}>{title}</Title>
      {hint === undefined ? null : <Text className={classes.hint}>{hint}</Text>}
      {action === undefined && secondary === undefined ? null : (
        <Group gap="xs" mt="md" justify="center">
          {action === undefined ? null : (
            <Button leftSection={action.icon} onClick={action.onClick}>
              {action.label}
            </Button>
          )}
          {secondary === undefined ? null : (
            <Button variant="default" onClick={secondary.onClick}>
              {secondary.label}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

/** Says what failed, in a sentence, and offers to try again. */
export function ErrorState({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const { t } = useText();
  return (
    <Alert
      m="lg"
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t('app:error.title')}
      role="alert"
    >
      <Stack gap="sm" align="flex-start">
        <Text>{isConnectionError(error) ? t('app:error.unreachable') : describeError(error, t)}</Text>
        {retry === undefined ? null : (
          <Button variant="default" onClick={retry}>
            {t('retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

/** The place of a table while it loads: same height as its rows, so that nothing jumps. */
export function LoadingRows({ rows = 8 }: { readonly rows?: number }) {
  const { t } = useText();
  return (
    <div className={classes.loading} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity but their place
        <div key={index} className={classes.loadingRow}>
          <Skeleton height={10} width={`${[22, 34, 28, 40][index % 4]}%`} />
          <Skeleton height={10} width="12%" />
          <Skeleton height={10} width="9%" />
        </div>
      ))}
    </div>
  );
}

/** The place of a form while it loads. */
export function LoadingForm({ fields = 5 }: { readonly fields?: number }) {
  const { t } = useText();
  return (
    <Stack p="lg" gap="lg" role="status" aria-label={t('loading')}>
      {Array.from({ length: fields }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity but their place
        <Stack key={index} gap={6}>
          <Skeleton height={10} width={120} />
          <Skeleton height={28} maw={420} />
        </Stack>
      ))}
    </Stack>
  );
}
