import { Alert, Button, Group, Stack } from '@mantine/core';
import type { ImportMappingInput, ImportPreview } from '../../../shared/contract/imports.ts';
import type { MappingNeed } from '../../../shared/domain/imports/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColumnsTable } from './columns-table.tsx';
import classes from './imports.module.css';
import { MappingDefaults } from './mapping-defaults.tsx';

/** What each column holds: guessed or remembered, and the user's to change. */
export function ColumnsStep(props: {
  readonly preview: ImportPreview;
  readonly mapping: ImportMappingInput;
  readonly onMapping: (mapping: ImportMappingInput) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  const { preview, mapping, onMapping, onBack, onNext } = props;
  const { t } = useText();
  const needs = openNeeds(mapping);
  return (
    <Stack className={classes.step} gap="sm">
      <MappingDefaults mapping={mapping} onMapping={onMapping} />
      <ColumnsTable preview={preview} mapping={mapping} onMapping={onMapping} />
      {needs.length === 0 ? null : (
        <Alert color="yellow" role="status">
          {needs.map((need) => (
            <div key={need}>{t(`imports:need.${need}`)}</div>
          ))}
        </Alert>
      )}
      <Group justify="space-between" className={classes.footer}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button disabled={needs.length > 0} onClick={onNext}>
          {t('imports:checkRows')}
        </Button>
      </Group>
    </Stack>
  );
}

/** What must still be answered before the rows can be read. */
export function openNeeds({ layout, columns, defaults }: ImportMappingInput): MappingNeed[] {
  const has = (...roles: ImportMappingInput['columns'][number]['role'][]) =>
    columns.some(({ role }) => roles.includes(role));
  const namesSupplier =
    layout === 'wide' ? columns.some(({ supplier }) => supplier !== null && supplier !== '') : has('supplier');
  const namesCurrency = has('currency') || columns.some(({ currency }) => currency !== null);
  const needs: MappingNeed[] = [];
  if (!has('itemName', 'itemNameEn', 'itemNameZh', 'lineNumber', 'specification')) needs.push('itemName');
  if (!has('unitPrice', 'lineTotal', 'priceBreak')) needs.push('unitPrice');
  if (!namesSupplier && !defaults.supplier) needs.push('supplier');
  if (!namesCurrency && defaults.currency === null) needs.push('currency');
  return needs;
}
