import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { AwardFields, StoredAward } from '../../../shared/contract/awards.ts';
import { parseQuantity, quantityToString } from '../../../shared/kernel/quantity.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { useComparison } from '../comparisons/queries.ts';
import classes from './awards.module.css';

type Draft = Pick<AwardFields, 'suppliers' | 'alternates'>;

/** Suppliers with their lines and quantities, and the alternates, changed together and saved as one. */
export function DivisionEditor(props: {
  readonly award: StoredAward;
  readonly draft: Draft;
  readonly onChange: (draft: Draft) => void;
  readonly onCancel: () => void;
  readonly onSave: () => void;
}) {
  const { award, draft, onChange, onCancel, onSave } = props;
  const { t } = useText();
  const name = useName();
  const comparison = useComparison({
    projectId: award.projectId,
    basis: award.content.basis,
    currency: null,
    quantityPercent: 100,
  });
  const quotes = comparison.data?.quotes ?? [];
  const rows = comparison.data?.rows ?? [];
  const supplierLabel = (supplierId: string) => {
    const quote = quotes.find((one) => one.quote.supplierId === supplierId)?.quote;
    return quote === undefined ? '' : name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  };
  const itemLabel = (itemId: string) => {
    const item = rows.find((row) => row.item.id === itemId)?.item;
    return item === undefined ? '' : [item.lineNo, name(item)].filter((part) => part !== '').join(' ');
  };
  const named = new Set([...draft.suppliers, ...draft.alternates].map(({ supplierId }) => supplierId));
  const free = quotes
    .filter(({ quote }) => !named.has(quote.supplierId))
    .map(({ quote }) => ({ value: quote.supplierId, label: supplierLabel(quote.supplierId) }));
  const setSupplier = (index: number, changes: Partial<Draft['suppliers'][number]>) =>
    onChange({ ...draft, suppliers: draft.suppliers.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
  const needOf = (itemId: string, supplierId: string) => {
    const column = quotes.findIndex(({ quote }) => quote.supplierId === supplierId);
    const row = rows.find(({ item }) => item.id === itemId);
    return row?.cells[column]?.orderQuantity ?? row?.need ?? 10_000;
  };
  return (
    <Stack gap="md">
      {draft.suppliers.map((supplier, index) => (
        <Stack key={supplier.supplierId} gap={6}>
          <Group justify="space-between">
            <Text fw={600}>{supplierLabel(supplier.supplierId)}</Text>
            <ActionIcon
              aria-label={t('awards:decision.removeSupplier', { name: supplierLabel(supplier.supplierId) })}
              onClick={() => onChange({ ...draft, suppliers: draft.suppliers.filter((_, at) => at !== index) })}
            >
              <IconX size={15} aria-hidden />
            </ActionIcon>
          </Group>
          {supplier.lines.map((line, at) => (
            <div key={line.itemId} className={classes.row}>
              <Text>{itemLabel(line.itemId)}</Text>
              <NumberInput
                aria-label={t('awards:decision.quantityOf', { item: itemLabel(line.itemId) })}
                min={0}
                decimalScale={4}
                thousandSeparator=","
                value={quantityToString(line.quantity)}
                onChange={(value) => {
                  const quantity = parseQuantity(String(value));
                  if (quantity === null || quantity < 1) return;
                  setSupplier(index, {
                    lines: supplier.lines.map((one, other) => (other === at ? { ...one, quantity } : one)),
                  });
                }}
                hideControls
              />
              <ActionIcon
                aria-label={t('awards:decision.removeLine', { name: itemLabel(line.itemId) })}
                onClick={() => setSupplier(index, { lines: supplier.lines.filter((_, other) => other !== at) })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </div>
          ))}
          <Select
            aria-label={t('awards:decision.addLine')}
            placeholder={t('awards:decision.addLine')}
            leftSection={<IconPlus size={13} aria-hidden />}
            data={rows
              .filter(({ item }) => supplier.lines.every(({ itemId }) => itemId !== item.id))
              .map(({ item }) => ({ value: item.id, label: itemLabel(item.id) }))}
            value={null}
            onChange={(itemId) => {
              if (itemId === null) return;
              const quantity = needOf(itemId, supplier.supplierId);
              setSupplier(index, { lines: [...supplier.lines, { itemId, quantity }] });
            }}
            searchable
            maw={360}
          />
          <TextInput
            label={t('awards:decision.note')}
            value={supplier.note}
            maxLength={2000}
            onChange={(event) => setSupplier(index, { note: event.currentTarget.value })}
          />
          {quotes.find(({ quote }) => quote.supplierId === supplier.supplierId)?.state !== 'excluded' ? null : (
            <Textarea
              label={t('awards:decision.notComparable')}
              value={supplier.notComparableReason}
              maxLength={2000}
              autosize
              onChange={(event) => setSupplier(index, { notComparableReason: event.currentTarget.value })}
            />
          )}
        </Stack>
      ))}
      <Select
        label={t('awards:decision.addSupplier')}
        data={free}
        value={null}
        onChange={(supplierId) => {
          if (supplierId === null) return;
          const supplier = { supplierId, note: '', notComparableReason: '', lines: [] };
          onChange({ ...draft, suppliers: [...draft.suppliers, supplier] });
        }}
        searchable
        maw={360}
      />
      <Stack gap={6}>
        <Text fw={600}>{t('awards:decision.alternates')}</Text>
        {draft.alternates.map((alternate, index) => (
          <div key={alternate.supplierId} className={classes.row}>
            <TextInput
              label={supplierLabel(alternate.supplierId)}
              placeholder={t('awards:decision.alternateNote')}
              value={alternate.note}
              maxLength={2000}
              onChange={(event) => {
                const note = event.currentTarget.value;
                onChange({
                  ...draft,
                  alternates: draft.alternates.map((one, at) => (at === index ? { ...one, note } : one)),
                });
              }}
            />
            <ActionIcon
              aria-label={t('awards:decision.removeAlternate', { name: supplierLabel(alternate.supplierId) })}
              onClick={() => onChange({ ...draft, alternates: draft.alternates.filter((_, at) => at !== index) })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
        ))}
        <Select
          aria-label={t('awards:decision.addAlternate')}
          placeholder={t('awards:decision.addAlternate')}
          data={free}
          value={null}
          onChange={(supplierId) => {
            if (supplierId !== null)
              onChange({ ...draft, alternates: [...draft.alternates, { supplierId, note: '' }] });
          }}
          searchable
          maw={360}
        />
      </Stack>
      <Group gap="xs">
        <Button onClick={onSave}>{t('awards:decision.saveDivision')}</Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </Group>
    </Stack>
  );
}
