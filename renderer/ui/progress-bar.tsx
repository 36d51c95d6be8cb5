import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { formatCount } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

/** How far long work is, and the way to stop it. `total` null: nobody knows how much there is. */
export function ProgressBar(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number | null;
  readonly onCancel?: () => void;
}) {
  const { label, done, total, onCancel } = props;
  const { t } = useText();
  const share = total === null || total === 0 ? null : Math.min(100, Math.floor((done * 100) / total));
  return (
    <Stack gap={6}>
      <Group justify="space-between" wrap="nowrap">
        <Text>{label}</Text>
        <Text c="dimmed" size="xs" className="hj-figures">
          {total === null ? formatCount(done) : `${formatCount(done)} / ${formatCount(total)}`}
        </Text>
      </Group>
      <Group gap="sm" wrap="nowrap">
        <Progress.Root flex={1} size="sm">
          <Progress.Section
            value={share ?? 100}
            animated={share === null}
            striped={share === null}
            aria-label={label}
            aria-valuetext={share === null ? label : `${share} %`}
          />
        </Progress.Root>
        {onCancel === undefined ? null : (
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
