import { ActionIcon, Alert, Button, Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { AwardFields, StoredAward } from '../../../shared/contract/awards.ts';
import { exclusionText } from '../../../shared/documents/report-text.ts';
import { listed, nameIn } from '../../../shared/documents/say.ts';
import { awardTotal } from '../../../shared/domain/awards/award.ts';
import { shareBpOf } from '../../../shared/domain/awards/price-award.ts';
import { parseQuantity, quantityToString } from '../../../shared/kernel/quantity.ts';
import { formatMoney, formatPercent, formatQuantity } from '../../i18n/format.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { Unknown } from '../../ui/figures.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { useComparison } from '../comparisons/queries.ts';
import classes from './awards.module.css';
import { fieldsOf } from './mutations.ts';
import { SectionHead } from './section-head.tsx';

interface Props {
  readonly award: StoredAward;
  readonly frozen: boolean;
  readonly change: (changes: Partial<AwardFields>) => Promise<unknown>;
}

/** Which supplier gets which lines for how much, and who comes next if one of them fails. */
export function DivisionSection({ award, frozen, change }: Props) {
  const { t } = useText();
  const [draft, setDraft] = useState<Pick<AwardFields, 'suppliers' | 'alternates'> | null>(null);
  const begin = () => {
    const { suppliers, alternates } = fieldsOf(award);
    setDraft({ suppliers, alternates });
  };
  return (
    <section className={classes.section} aria-labelledby="division">
      <SectionHead id="division" title={t('awards:decision.awardedTo')}>
        {frozen || draft !== null ? null : (
          <Button variant="default" leftSection={<IconPencil size={14} aria-hidden />} onClick={begin}>
            {t('awards:decision.editDivision')}
          </Button>
        )}
      </SectionHead>
      {draft === null ? (
        <Division award={award} />
      ) : (
        <DivisionEditor
          award={award}
          draft={draft}
          onChange={setDraft}
          onCancel={() => setDraft(null)}
          onSave={() =>
            void change({
              ...draft,
              source: award.content.source === 'scenario' ? 'manual' : award.content.source,
            }).then(
              () => setDraft(null),
              () => undefined,
            )
          }
        />
      )}
    </section>
  );
}

function Division({ award }: { readonly award: StoredAward }) {
  const { t } = useText();
  const { language } = useLanguage();
  const name = useName();
  const { content } = award;
  const total = awardTotal(content);
  const comparison = useComparison({
    projectId: award.projectId,
    basis: content.basis,
    currency: null,
    quantityPercent: 100,
  });
  const openItems = (comparison.data?.rows ?? []).map(({ item, need }) => {
    const awarded = content.suppliers
      .flatMap(({ lines }) => lines)
      .filter(({ itemId }) => itemId === item.id)
      .reduce((sum, { quantity }) => sum + quantity, 0);
    return { label: [item.lineNo, name(item)].filter((part) => part !== '').join(' '), awarded, need: need ?? 0 };
  });
  const nobody = openItems.filter(({ awarded }) => awarded === 0).map(({ label }) => label);
  const partly = openItems.filter(({ awarded, need }) => awarded > 0 && awarded < need).map(({ label }) => label);
  return (
    <Stack gap="sm">
      {content.suppliers.length === 0 ? <Text className="hj-quiet">{t('award:problem.noSuppliers')}</Text> : null}
      {content.suppliers.map((supplier) => (
        <div key={supplier.supplierId} className={classes.scroll}>
          <table className={classes.table} aria-label={name(supplier)}>
            <thead>
              <tr>
                <th scope="col">{name(supplier)}</th>
                <th scope="col" className={classes.figure}>
                  {t('awards:column.quantity')}
                </th>
                <th scope="col" className={classes.figure}>
                  {t('awards:column.cost')} {content.currency}
                </th>
                <th scope="col" className={classes.figure}>
                  {t('awards:column.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {supplier.lines.map((line) => (
                <tr key={line.itemId}>
                  <th scope="row">{[line.lineNo, name(line)].filter((part) => part !== '').join(' ')}</th>
                  <td className={classes.figure}>
                    {formatQuantity(line.quantity)}
                    <span className="hj-unit">{line.unit}</span>
                  </td>
                  <td className={classes.figure}>
                    {line.amountMinor === null ? <Unknown /> : formatMoney(line.amountMinor, content.currency)}
                  </td>
                  <td />
                </tr>
              ))}
              <tr data-supplier>
                <th scope="row">
                  {t('awards:total')}
                  {supplier.expiredOn === null ? null : (
                    <StatusBadge tone="bad" label={t('awards:decision.expired', { date: supplier.expiredOn })} />
                  )}
                </th>
                <td />
                <td className={classes.figure}>
                  {supplier.amountMinor === null ? <Unknown /> : formatMoney(supplier.amountMinor, content.currency)}
                </td>
                <td className={classes.figure}>
                  {supplier.amountMinor === null || total === null
                    ? '—'
                    : formatPercent(shareBpOf(supplier.amountMinor, total))}
                </td>
              </tr>
            </tbody>
          </table>
          {supplier.exclusions.length === 0 ? null : (
            <Alert color="orange" variant="light" mt={6}>
              {t('awards:decision.notComparableBecause', {
                reasons: supplier.exclusions.map((reason) => exclusionText(reason, language)).join(' '),
              })}
              {supplier.notComparableReason === '' ? null : ` ${supplier.notComparableReason}`}
            </Alert>
          )}
          {supplier.note === '' ? null : (
            <Text size="xs" className="hj-quiet" mt={4}>
              {t('awards:decision.note')}: {supplier.note}
            </Text>
          )}
        </div>
      ))}
      {nobody.length === 0 ? null : (
        <Text size="sm" c="orange">
          {t('awards:decision.notAwarded', { items: listed(language, nobody) })}
        </Text>
      )}
      {partly.length === 0 ? null : (
        <Text size="sm" c="orange">
          {t('awards:decision.partly', { items: listed(language, partly) })}
        </Text>
      )}
      <div>
        <Text fw={600}>{t('awards:decision.alternates')}</Text>
        {content.alternates.length === 0 ? (
          <Text className="hj-quiet">{t('awards:decision.noAlternates')}</Text>
        ) : (
          <ol className={classes.list}>
            {content.alternates.map((alternate) => (
              <li key={alternate.supplierId}>
                {nameIn(language, alternate)}
                {alternate.note === '' ? null : <span className="hj-quiet"> · {alternate.note}</span>}
              </li>
            ))}
          </ol>
        )}
      </div>
    </Stack>
  );
}

type Draft = Pick<AwardFields, 'suppliers' | 'alternates'>;

function DivisionEditor(props: {
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
