import { Alert, Button, Checkbox, CloseButton, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useId, useState } from 'react';
import type { SampleRoundFields } from '../../../shared/contract/samples.ts';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { USUAL_SUPPLIERS } from '../../../shared/domain/samples/samples.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { useItems } from '../items/queries.ts';
import { SupplierPicker } from '../suppliers/supplier-picker.tsx';
import { useToday } from '../workspaces/queries.ts';
import { useCreateRound } from './mutations.ts';

/** Starts a round: what is asked for, of whom, until when. */
export function NewRoundDrawer(props: {
  readonly projectId: Id | null;
  readonly onClose: () => void;
  readonly onCreated: (id: Id) => void;
}) {
  const { projectId, onClose, onCreated } = props;
  const { t } = useText();
  const name = useName();
  const formId = useId();
  const today = useToday();
  const create = useCreateRound();
  const [suppliers, setSuppliers] = useState<readonly Supplier[]>([]);
  const [itemId, setItemId] = useState<Id | null>(null);
  const [currency, setCurrency] = useState('CNY');
  const form = useForm<SampleRoundFields>({
    mode: 'controlled',
    initialValues: { title: '', specification: '', requestedOn: today, neededBy: null, isBlind: false, notes: '' },
    validate: {
      title: (value) => (value.trim() === '' ? t('required') : null),
      neededBy: (value, { requestedOn }) =>
        value !== null && requestedOn !== null && value < requestedOn
          ? t('refusal:rule.datesInOrder', { field: t('samples:field.neededBy'), before: requestedOn })
          : null,
    },
  });
  const submit = form.onSubmit((fields) =>
    create.mutate(
      { projectId, itemId, fields, supplierIds: suppliers.map(({ id }) => id), currency, checklistFrom: null },
      { onSuccess: ({ round }) => onCreated(round.id) },
    ),
  );
  const count = suppliers.length;
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={540}
      title={t('samples:new')}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={formId} loading={create.isPending}>
            {t('samples:create')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <Stack gap="md">
          {projectId === null ? null : (
            <ItemSelect
              projectId={projectId}
              value={itemId}
              onChange={(item) => {
                setItemId(item?.id ?? null);
                if (item === null) return;
                if (form.values.title === '') form.setFieldValue('title', name(item));
                if (form.values.specification === '') form.setFieldValue('specification', item.specification);
              }}
            />
          )}
          <TextInput
            label={t('samples:field.title')}
            required
            data-autofocus
            maxLength={300}
            {...form.getInputProps('title')}
          />
          <Textarea
            label={t('samples:field.specification')}
            autosize
            minRows={2}
            {...form.getInputProps('specification')}
          />
          <Group grow>
            <DateField
              label={t('samples:field.requestedOn')}
              value={form.values.requestedOn}
              onChange={(date) => form.setFieldValue('requestedOn', date)}
              error={form.errors.requestedOn}
            />
            <DateField
              label={t('samples:field.neededBy')}
              value={form.values.neededBy}
              onChange={(date) => form.setFieldValue('neededBy', date)}
              error={form.errors.neededBy}
            />
          </Group>
          <SupplierPicker
            value={null}
            onChange={(supplier) => {
              if (supplier === null || suppliers.some(({ id }) => id === supplier.id)) return;
              setSuppliers([...suppliers, supplier]);
            }}
          />
          {count === 0 ? null : (
            <ul style={{ margin: 0, padding: 0, listStyle: 'none' }} aria-label={t('samples:field.suppliers')}>
              {suppliers.map((supplier) => (
                <li key={supplier.id} style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
                  <BilingualName {...supplier} />
                  <CloseButton
                    size="sm"
                    aria-label={`${t('remove')}: ${name(supplier)}`}
                    onClick={() => setSuppliers(suppliers.filter(({ id }) => id !== supplier.id))}
                  />
                </li>
              ))}
            </ul>
          )}
          {count > 0 && (count < USUAL_SUPPLIERS.from || count > USUAL_SUPPLIERS.to) ? (
            <Alert color="yellow" variant="light" role="status">
              {t(count < USUAL_SUPPLIERS.from ? 'samples:tooFew' : 'samples:tooMany')}
            </Alert>
          ) : null}
          <CurrencySelect label={t('samples:field.currency')} value={currency} onChange={setCurrency} w={240} />
          <Checkbox
            label={t('samples:field.isBlind')}
            description={t('samples:field.isBlindHint')}
            {...form.getInputProps('isBlind', { type: 'checkbox' })}
          />
        </Stack>
      </form>
    </SideDrawer>
  );
}

/** An item of a project, or none. */
export function ItemSelect(props: {
  readonly projectId: Id;
  readonly value: Id | null;
  readonly onChange: (item: { id: Id; nameEn: string; nameZh: string; specification: string } | null) => void;
  readonly readOnly?: boolean;
}) {
  const { projectId, value, onChange, readOnly = false } = props;
  const { t } = useText();
  const name = useName();
  const items = useItems(projectId).data ?? [];
  return (
    <Select
      label={t('samples:field.item')}
      placeholder={t('samples:field.noItem')}
      data={items.map((item) => ({ value: item.id, label: name(item) }))}
      value={value}
      clearable
      searchable
      readOnly={readOnly}
      onChange={(chosen) => onChange(items.find(({ id }) => id === chosen) ?? null)}
    />
  );
}
