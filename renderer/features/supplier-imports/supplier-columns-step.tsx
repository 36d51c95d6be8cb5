import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { SupplierImportPreview, SupplierMappingInput } from '../../../shared/contract/supplier-imports.ts';
import { namesSuppliers, SUPPLIER_COLUMN_ROLES, withRole } from '../../../shared/domain/supplier-imports/columns.ts';
import { useText } from '../../i18n/use-text.ts';
import { ColumnRows } from '../imports/column-rows.tsx';
import classes from '../imports/imports.module.css';

/** What each column holds: guessed from its heading, and the user's to change. */
export function SupplierColumnsStep(props: {
  readonly preview: SupplierImportPreview;
  readonly mapping: SupplierMappingInput;
  readonly onMapping: (mapping: SupplierMappingInput) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}) {
  const { preview, mapping, onMapping, onBack, onNext } = props;
  const { t } = useText();
  const isNamed = namesSuppliers(mapping);
  return (
    <Stack className={classes.step} gap="sm">
      <Text size="sm" c="dimmed">
        {t('supplierImports:columnsHint')}
      </Text>
      <ColumnRows
        shown={preview}
        headers={preview.headers}
        columns={mapping.columns}
        roles={SUPPLIER_COLUMN_ROLES.map((role) => ({ value: role, label: t(`supplierSheet:column.${role}`) }))}
        onRole={({ index }, role) => {
          const { headerRow, columns } = withRole(mapping, index, role);
          onMapping({ headerRow, columns: [...columns] });
        }}
      />
      {isNamed ? null : (
        <Alert color="yellow" role="status">
          {t('supplierImports:needName')}
        </Alert>
      )}
      <Group justify="space-between" className={classes.footer}>
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
        <Button disabled={!isNamed} onClick={onNext}>
          {t('imports:checkRows')}
        </Button>
      </Group>
    </Stack>
  );
}
