import { Group, SegmentedControl, Select, Stack, Table, Text } from '@mantine/core';
import type { CheckedSupplier } from '../../../shared/contract/supplier-imports.ts';
import { choiceFor, DUPLICATE_CHOICES, type DuplicateChoice } from '../../../shared/domain/supplier-imports/plan.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import classes from '../imports/imports.module.css';
import { LongTable } from '../imports/long-table.tsx';

/** Rows that are new to the directory; the first ones, all of them counted. */
export function FreshSuppliers(props: { readonly fresh: readonly CheckedSupplier[]; readonly total: number }) {
  const { fresh, total } = props;
  const { t } = useText();
  if (fresh.length === 0) return <Text c="dimmed">{t('supplierImports:noFresh')}</Text>;
  return (
    <>
      <LongTable
        label={t('supplierImports:freshList')}
        count={fresh.length}
        rowHeight={34}
        heads={
          <>
            <Table.Th w={70} className={classes.figure}>
              {t('imports:row')}
            </Table.Th>
            <Table.Th>{t('supplierImports:inSheet')}</Table.Th>
            <Table.Th w="30%">{t('supplierImports:place')}</Table.Th>
          </>
        }
        row={(index) => {
          const supplier = fresh[index];
          return supplier === undefined ? null : (
            <Table.Tr key={supplier.row}>
              <Table.Td className={classes.figure}>{supplier.row}</Table.Td>
              <Table.Td>
                <BilingualName {...supplier} />
              </Table.Td>
              <Table.Td>{supplier.place}</Table.Td>
            </Table.Tr>
          );
        }}
      />
      {total > fresh.length ? (
        <Text size="sm" c="dimmed">
          {t('supplierImports:freshCut', { shown: fresh.length, count: total })}
        </Text>
      ) : null}
    </>
  );
}

/** Rows that may be suppliers already known: one rule for all of them, and any row its own. */
export function RepeatedSuppliers(props: {
  readonly repeated: readonly CheckedSupplier[];
  readonly all: DuplicateChoice;
  readonly rows: ReadonlyMap<number, DuplicateChoice>;
  readonly onAll: (choice: DuplicateChoice) => void;
  readonly onRow: (row: number, choice: DuplicateChoice) => void;
}) {
  const { repeated, all, rows, onAll, onRow } = props;
  const { t } = useText();
  if (repeated.length === 0) return <Text c="dimmed">{t('supplierImports:noRepeated')}</Text>;
  return (
    <Stack style={{ flex: 1, minHeight: 0 }} gap="xs">
      <Group gap="xs">
        <Text size="sm">{t('supplierImports:allRepeated')}</Text>
        <SegmentedControl
          size="xs"
          aria-label={t('supplierImports:allRepeated')}
          value={all}
          onChange={(value) => onAll(choiceOf(value))}
          data={DUPLICATE_CHOICES.map((choice) => ({ value: choice, label: t(`supplierImports:choice.${choice}`) }))}
        />
      </Group>
      <LongTable
        label={t('supplierImports:repeatedList')}
        count={repeated.length}
        rowHeight={44}
        heads={
          <>
            <Table.Th w={70} className={classes.figure}>
              {t('imports:row')}
            </Table.Th>
            <Table.Th w="30%">{t('supplierImports:inSheet')}</Table.Th>
            <Table.Th w="30%">{t('supplierImports:inDirectory')}</Table.Th>
            <Table.Th>{t('supplierImports:why')}</Table.Th>
            <Table.Th w={200}>{t('supplierImports:becomes')}</Table.Th>
          </>
        }
        row={(index) => {
          const supplier = repeated[index];
          return supplier === undefined ? null : (
            <RepeatedRow
              key={supplier.row}
              supplier={supplier}
              choice={choiceFor(supplier, { all, rows })}
              onChoice={(choice) => onRow(supplier.row, choice)}
            />
          );
        }}
      />
    </Stack>
  );
}

function RepeatedRow(props: {
  readonly supplier: CheckedSupplier;
  readonly choice: DuplicateChoice;
  readonly onChoice: (choice: DuplicateChoice) => void;
}) {
  const { supplier, choice, onChoice } = props;
  const { t } = useText();
  const { row, known, sameAsRow } = supplier;
  const reasons = [
    ...(known?.reasons ?? []).map((reason) => t(`suppliers:merge.reason.${reason}`)),
    ...(sameAsRow === null ? [] : [t('supplierImports:sameAsRow', { row: sameAsRow })]),
  ];
  return (
    <Table.Tr>
      <Table.Td className={classes.figure}>{row}</Table.Td>
      <Table.Td>
        <BilingualName {...supplier} />
      </Table.Td>
      <Table.Td>{known === null ? null : <BilingualName {...known} />}</Table.Td>
      <Table.Td>{reasons.join(', ')}</Table.Td>
      <Table.Td>
        <Select
          size="xs"
          aria-label={t('supplierImports:becomesOf', { row })}
          // There is nothing to fill where only another row of the sheet is the same.
          data={DUPLICATE_CHOICES.filter((one) => known !== null || one !== 'fill').map((one) => ({
            value: one,
            label: t(`supplierImports:choice.${one}`),
          }))}
          value={choice}
          allowDeselect={false}
          onChange={(value) => onChoice(choiceOf(value))}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function choiceOf(value: string | null): DuplicateChoice {
  return DUPLICATE_CHOICES.find((choice) => choice === value) ?? 'skip';
}
