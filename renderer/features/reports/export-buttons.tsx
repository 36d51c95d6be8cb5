import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconFileTypePdf } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { type ReportExportRequest, useReportExport } from './mutations.ts';

const FORMATS = ['pdf', 'xlsx', 'csv'] as const;
const ICONS: Readonly<Record<ReportExportRequest['format'], ReactNode>> = {
  pdf: <IconFileTypePdf size={15} aria-hidden />,
  xlsx: <IconFileSpreadsheet size={15} aria-hidden />,
  csv: <IconFileText size={15} aria-hidden />,
};

/** PDF, XLSX and CSV of one frozen report, with progress and a way to stop. */
export function ExportButtons(props: {
  readonly reportId: Id;
  readonly number: number;
  readonly language: ReportLanguage;
  readonly paper: 'A4' | 'Letter';
  readonly variant?: 'default' | 'subtle';
}) {
  const { reportId, number, language, paper, variant = 'default' } = props;
  const { t } = useText();
  const work = useReportExport();
  const [format, setFormat] = useState<ReportExportRequest['format']>('pdf');
  const [isDismissed, setDismissed] = useState(false);
  const failure = isDismissed ? null : work.error;
  return (
    <Popover
      opened={work.isRunning || failure !== null}
      width={320}
      onDismiss={() => setDismissed(true)}
      withinPortal
      withRoles={false}
    >
      <Popover.Target>
        <Group gap={4} wrap="nowrap">
          {FORMATS.map((one) => (
            <Button
              key={one}
              variant={variant}
              size="compact-sm"
              leftSection={ICONS[one]}
              aria-label={t('reports:export', { format: t(`reports:format.${one}`), number })}
              loading={work.isRunning && format === one}
              disabled={work.isRunning && format !== one}
              onClick={() => {
                setFormat(one);
                setDismissed(false);
                void work.run({ id: reportId, format: one, language, paper });
              }}
            >
              {t(`reports:format.${one}`)}
            </Button>
          ))}
        </Group>
      </Popover.Target>
      <Popover.Dropdown>
        {work.progress === null ? (
          <Stack gap="xs" align="flex-start" role="alert">
            <Text>{failure === null ? null : describeError(failure, t)}</Text>
            <Button variant="default" onClick={() => setDismissed(true)}>
              {t('close')}
            </Button>
          </Stack>
        ) : (
          <ProgressBar
            label={t('reports:making', { format: t(`reports:format.${format}`) })}
            done={work.progress.done}
            total={work.progress.total}
            onCancel={work.cancel}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
