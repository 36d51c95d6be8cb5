import { Checkbox, Table, TextInput } from '@mantine/core';
import type { ImportMappingInput, ImportPreview } from '../../../shared/contract/imports.ts';
import { COLUMN_ROLES, SUPPLIER_ROLES } from '../../../shared/domain/imports/column-roles.ts';
import { columnLetter } from '../../../shared/domain/imports/text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColumnRows } from './column-rows.tsx';

type Column = ImportMappingInput['columns'][number];

/** What each column of a sheet of quotes holds, and for which supplier. */
export function ColumnsTable(props: {
  readonly preview: ImportPreview;
  readonly mapping: ImportMappingInput;
  readonly onMapping: (mapping: ImportMappingInput) => void;
}) {
  const { preview, mapping, onMapping } = props;
  const { t } = useText();
  const isWide = mapping.layout === 'wide';
  const change = (changed: Column) =>
    onMapping({ ...mapping, columns: mapping.columns.map((one) => (one.index === changed.index ? changed : one)) });
  return (
    <ColumnRows
      shown={preview}
      headers={preview.guess.headers}
      columns={mapping.columns}
      roles={COLUMN_ROLES.map((role) => ({ value: role, label: t(`imports:role.${role}`) }))}
      onRole={(column, role) => change({ ...column, role })}
      heads={
        <>
          <Table.Th w={280}>{isWide ? t('imports:ofSupplier') : t('imports:breakFrom')}</Table.Th>
          {isWide ? <Table.Th w={130}>{t('imports:ourEstimate')}</Table.Th> : null}
        </>
      }
      cells={(column) => <SupplierCells column={column} isWide={isWide} onChange={change} />}
    />
  );
}

function SupplierCells(props: {
  readonly column: Column;
  readonly isWide: boolean;
  readonly onChange: (column: Column) => void;
}) {
  const { column, isWide, onChange } = props;
  const { t } = useText();
  const letter = columnLetter(column.index);
  const takesSupplier = isWide && SUPPLIER_ROLES.has(column.role);
  return (
    <>
      <Table.Td>
        {takesSupplier ? (
          <TextInput
            size="xs"
            aria-label={t('imports:supplierOf', { column: letter })}
            value={column.supplier ?? ''}
            onChange={({ currentTarget }) => {
              onChange({ ...column, supplier: currentTarget.value === '' ? null : currentTarget.value });
            }}
          />
        ) : null}
        {column.role === 'priceBreak' ? (
          <TextInput
            size="xs"
            mt={takesSupplier ? 4 : 0}
            aria-label={t('imports:breakFrom')}
            leftSection="≥"
            value={column.minQuantity ?? ''}
            onChange={({ currentTarget }) => {
              onChange({ ...column, minQuantity: currentTarget.value === '' ? null : currentTarget.value });
            }}
          />
        ) : null}
      </Table.Td>
      {isWide ? (
        <Table.Td>
          {takesSupplier ? (
            <Checkbox
              size="xs"
              label={t('yes')}
              aria-label={t('imports:estimateOf', { column: letter })}
              checked={column.isEstimate}
              onChange={({ currentTarget }) => onChange({ ...column, isEstimate: currentTarget.checked })}
            />
          ) : null}
        </Table.Td>
      ) : null}
    </>
  );
}
