import { Alert, Button, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Download } from '../../../../shared/contract/reports.ts';
import {
  SUPPLIER_SHEET_COLUMNS,
  type SupplierSheetColumn,
} from '../../../../shared/domain/supplier-imports/sheet-columns.ts';
import { client } from '../../../app/client.ts';
import { describeError } from '../../../app/errors.ts';
import { saveDownload } from '../../../app/save-download.ts';
import { useStreamedWork } from '../../../app/streamed-work.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useChosenColumns } from '../../../ui/chosen-columns.ts';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import type { SupplierListInput } from '../queries.ts';

const FORMATS = ['xlsx', 'csv'] as const;
const COLUMN_SETS = ['all', 'shown'] as const;

/** What stands in the file for a column of the list. */
const WRITTEN: Readonly<Record<string, readonly SupplierSheetColumn[]>> = {
  name: ['nameEn', 'nameZh'],
  qualification: ['qualification', 'standing'],
  tier: ['tier'],
  province: ['province'],
  nextExpiry: ['nextExpiry'],
  verification: ['verification'],
  tags: ['tags'],
  region: ['region'],
  contact: ['contactName'],
  phone: ['phone'],
  wechat: ['wechat'],
  email: ['email'],
  quotes: ['quotes'],
  lastQuote: ['lastQuote'],
  updated: ['updated'],
};

interface Listed {
  /** As the list is searched, filtered and sorted. */
  readonly query: Omit<SupplierListInput, 'offset' | 'limit'>;
  readonly total: number;
  readonly listColumns: readonly { readonly id: string; readonly always?: boolean; readonly hidden?: boolean }[];
}

/** The list as a workbook or CSV, the way it is filtered and sorted. */
export function ExportDrawer(props: Listed & { readonly onClose: () => void }) {
  const { query, total, listColumns, onClose } = props;
  const { t } = useText();
  const { language } = useLanguage();
  const chosen = useChosenColumns('suppliers', listColumns);
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('xlsx');
  const [columnSet, setColumnSet] = useState<(typeof COLUMN_SETS)[number]>('all');
  const work = useStreamedWork<Parameters<typeof client.suppliers.exportFile>[0], Download>((input, signal) =>
    client.suppliers.exportFile(input, { signal }),
  );
  const save = async () => {
    const shown = listColumns.filter(({ id }) => chosen.isShown(id)).flatMap(({ id }) => WRITTEN[id] ?? []);
    const columns = [...(columnSet === 'all' ? SUPPLIER_SHEET_COLUMNS : shown)];
    const download = await work.run({ ...query, columns, format, language });
    if (download === null) return;
    saveDownload(download);
    onClose();
  };
  const { progress } = work;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      title={t('supplierImports:export.title')}
      footer={
        <>
          <Button variant="default" onClick={work.isRunning ? work.cancel : onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={work.isRunning || total === 0} onClick={() => void save()}>
            {t('supplierImports:export.save')}
          </Button>
        </>
      }
    >
      <Stack gap="md">
        <Text>{t('supplierImports:export.scope', { count: total })}</Text>
        <Radio.Group
          label={t('supplierImports:export.format')}
          value={format}
          onChange={(value) => setFormat(FORMATS.find((one) => one === value) ?? 'xlsx')}
        >
          <Group gap="lg" mt={6}>
            {FORMATS.map((one) => (
              <Radio key={one} value={one} label={t(`supplierImports:export.formats.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Radio.Group
          label={t('supplierImports:export.columns')}
          value={columnSet}
          onChange={(value) => setColumnSet(COLUMN_SETS.find((one) => one === value) ?? 'all')}
        >
          <Group gap="lg" mt={6}>
            {COLUMN_SETS.map((one) => (
              <Radio key={one} value={one} label={t(`supplierImports:export.columnSets.${one}`)} />
            ))}
          </Group>
        </Radio.Group>
        <Text size="sm" c="dimmed">
          {t('supplierImports:export.hint')}
        </Text>
        {progress === null ? null : (
          <Stack gap={4}>
            <Text size="sm">{t('supplierImports:export.writing')}</Text>
            <Progress
              value={progress.total === null || progress.total === 0 ? 100 : (progress.done / progress.total) * 100}
              animated={progress.total === null}
              aria-label={t('supplierImports:export.writing')}
            />
          </Stack>
        )}
        {work.error === null ? null : (
          <Alert color="red" role="alert">
            {describeError(work.error, t)}
          </Alert>
        )}
      </Stack>
    </SideDrawer>
  );
}
