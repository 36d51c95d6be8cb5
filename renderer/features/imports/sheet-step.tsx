import { Alert, Button, Group, NumberInput, Select, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { SheetEncoding } from '../../../shared/domain/imports/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import classes from './imports.module.css';
import { PreviewTable } from './preview-table.tsx';
import type { SheetChoice, SheetShown } from './queries.ts';

const ENCODINGS: readonly SheetEncoding[] = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be'];

/** Which sheet, read how: the user sees the text before anything is made of it. */
export function SheetStep<Preview extends SheetShown>(props: {
  readonly preview: UseQueryResult<Preview>;
  /** Something to know of how the sheet is read. */
  readonly note?: string | undefined;
  readonly choice: SheetChoice;
  readonly onChoice: (choice: SheetChoice) => void;
  readonly onBack: () => void;
  readonly onNext: (preview: Preview) => void;
}) {
  const { preview, note, choice, onChoice, onBack, onNext } = props;
  const { t } = useText();
  const { data } = preview;
  return (
    <Stack className={classes.step} gap="sm">
      <Group gap="md" align="end">
        {data === undefined || data.sheets.length < 2 ? null : (
          <Select
            label={t('imports:sheet')}
            data={data.sheets}
            value={data.sheet}
            allowDeselect={false}
            onChange={(sheet) => onChoice({ ...choice, sheet, headerRow: null })}
          />
        )}
        {data?.format === 'xlsx' ? null : (
          <Select
            label={t('imports:encoding')}
            data={ENCODINGS.map((encoding) => ({ value: encoding, label: t(`imports:encodings.${encoding}`) }))}
            value={choice.encoding ?? data?.encoding?.name ?? null}
            allowDeselect={false}
            onChange={(value) => {
              const encoding = ENCODINGS.find((one) => one === value) ?? null;
              onChoice({ ...choice, encoding, headerRow: null });
            }}
          />
        )}
        <NumberInput
          label={t('imports:headerRow')}
          value={choice.headerRow ?? data?.extent.headerRow ?? ''}
          min={1}
          max={1_048_576}
          allowDecimal={false}
          allowNegative={false}
          w={140}
          onChange={(value) =>
            onChoice({ ...choice, headerRow: typeof value === 'number' && value >= 1 ? value : null })
          }
        />
      </Group>
      {data?.encoding?.certainty === 'guess' ? (
        <Alert color="yellow">
          {t('imports:encodingGuessed', { encoding: t(`imports:encodings.${data.encoding.name}`) })}
        </Alert>
      ) : null}
      {preview.error !== null ? <ErrorState error={preview.error} retry={() => void preview.refetch()} /> : null}
      {data === undefined && preview.error === null ? <LoadingRows rows={12} /> : null}
      {data === undefined || preview.error !== null ? null : (
        <>
          <Text size="sm" c="dimmed" aria-live="polite">
            {t('imports:previewRows', { count: data.rowCount, shown: Math.min(data.rows.length, data.rowCount) })}{' '}
            {note}
          </Text>
          <PreviewTable preview={data} isStale={preview.isPlaceholderData} />
        </>
      )}
      <Group justify="space-between" className={classes.footer}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button
          disabled={data === undefined || preview.error !== null || preview.isPlaceholderData}
          onClick={() => (data === undefined ? undefined : onNext(data))}
        >
          {t('next')}
        </Button>
      </Group>
    </Stack>
  );
}
