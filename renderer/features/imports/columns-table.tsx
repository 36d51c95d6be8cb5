import { Checkbox, Select, Table, TextInput } from '@mantine/core';
import type { ImportMappingInput, ImportPreview } from '../../../shared/contract/imports.ts';
import { COLUMN_ROLES, type ColumnRole, SUPPLIER_ROLES } from '../../../shared/domain/imports/column-roles.ts';
import { columnLetter } from '../../../shared/domain/imports/text.ts';
import { useText } from '../../i18n/use-text.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import classes from './imports.module.css';

type Column = ImportMappingInput['columns'][number];

/** One line per column of the sheet: its letter, its title, first values, and what it holds. */
export function ColumnsTable(props: {
  readonly preview: ImportPreview;
  readonly mapping: ImportMappingInput;
  readonly onMapping: (mapping: ImportMappingInput) => void;
}) {
  const { preview, mapping, onMapping } = props;
  const { t } = useText();
  const change = (changed: Column) =>
    onMapping({ ...mapping, columns: mapping.columns.map((one) => (one.index === changed.index ? changed : one)) });
  return (
    <ScrollRegion className={classes.columnsScroll} label={t('imports:columns')}>
      <Table className={classes.columns} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th className={classes.letter}>{t('imports:column')}</Table.Th>
            <Table.Th>{t('imports:header')}</Table.Th>
            <Table.Th>{t('imports:firstValues')}</Table.Th>
            <Table.Th w={220}>{t('imports:holds')}</Table.Th>
            <Table.Th w={280}>{mapping.layout === 'wide' ? t('imports:ofSupplier') : t('imports:breakFrom')}</Table.Th>
            {mapping.layout === 'wide' ? <Table.Th w={130}>{t('imports:ourEstimate')}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mapping.columns.map((column) => (
            <ColumnRow
              key={column.index}
              column={column}
              header={preview.guess.headers[column.index] ?? ''}
              samples={samplesOf(preview, column.index)}
              isWide={mapping.layout === 'wide'}
              onChange={change}
            />
          ))}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}

function ColumnRow(props: {
  readonly column: Column;
  readonly header: string;
  readonly samples: string;
  readonly isWide: boolean;
  readonly onChange: (column: Column) => void;
}) {
  const { column, header, samples, isWide, onChange } = props;
  const { t } = useText();
  const letter = columnLetter(column.index);
  const takesSupplier = isWide && SUPPLIER_ROLES.has(column.role);
  const roles = COLUMN_ROLES.map((role) => ({ value: role, label: t(`imports:role.${role}`) }));
  return (
    <Table.Tr>
      <Table.Td className={classes.letter}>{letter}</Table.Td>
      <Table.Td fw={500}>{header}</Table.Td>
      <Table.Td className={classes.sample} title={samples}>
        {samples}
      </Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={t('imports:holdsOf', { column: letter })}
          data={roles}
          value={column.role}
          allowDeselect={false}
          searchable
          onChange={(value) => onChange({ ...column, role: roleOf(value) })}
        />
      </Table.Td>
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
    </Table.Tr>
  );
}

function samplesOf({ rows, firstRowNumber, extent }: ImportPreview, index: number): string {
  const first = extent.firstDataRow - firstRowNumber;
  return rows
    .slice(first)
    .map((row) => row[index]?.trim() ?? '')
    .filter((cell) => cell !== '')
    .slice(0, 3)
    .join(' · ');
}

function roleOf(value: string | null): ColumnRole {
  return COLUMN_ROLES.find((role) => role === value) ?? 'ignore';
}
