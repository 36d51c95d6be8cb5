import { Combobox, Loader, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { Supplier } from '../../../shared/contract/suppliers.ts';
import { nameLanguage } from '../../../shared/domain/imports/terms.ts';
import { nameKey } from '../../../shared/domain/imports/text.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { useCreateSupplier } from './mutations.ts';
import { useSupplierList } from './queries.ts';

const SHOWN = 20;
const CREATE = 'create';

/** Finds a supplier by any part of either name, or makes one of the name typed. */
export function SupplierPicker(props: {
  readonly value: Supplier | null;
  readonly onChange: (supplier: Supplier | null) => void;
  readonly error?: string | null;
}) {
  const { value, onChange, error } = props;
  const { t } = useText();
  const name = useName();
  const create = useCreateSupplier();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 120);
  const found = useSupplierList({ search, limit: SHOWN, sort: 'name' });
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const rows = found.data?.rows ?? [];
  const wanted = typed.trim();
  const isKnown = rows.some((row) => [row.nameEn, row.nameZh].some((one) => nameKey(one) === nameKey(wanted)));
  const choose = (supplier: Supplier) => {
    setTyped('');
    onChange(supplier);
    combobox.closeDropdown();
  };
  const submit = (option: string) => {
    const chosen = rows.find((row) => row.id === option);
    if (chosen !== undefined) return choose(chosen);
    if (option !== CREATE || create.isPending) return;
    const isZh = nameLanguage(wanted) === 'zh';
    create.mutate({ ...emptySupplier, [isZh ? 'nameZh' : 'nameEn']: wanted }, { onSuccess: choose });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target withExpandedAttribute>
        <TextInput
          label={t('quotes:supplier.label')}
          placeholder={t('quotes:supplier.placeholder')}
          data-autofocus
          role="combobox"
          aria-autocomplete="list"
          withAsterisk
          error={error}
          rightSection={create.isPending ? <Loader size={14} /> : <Combobox.Chevron />}
          value={value === null ? typed : name(value)}
          onChange={(event) => {
            onChange(null);
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.updateSelectedOptionIndex();
          }}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: 'auto' }} aria-label={t('quotes:supplier.label')}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id}>
              <BilingualName {...row} />
            </Combobox.Option>
          ))}
          {rows.length === 0 && wanted === '' ? <Combobox.Empty>{t('suppliers:empty')}</Combobox.Empty> : null}
          {wanted === '' || isKnown ? null : (
            <Combobox.Option value={CREATE}>
              <IconPlus size={13} aria-hidden /> {t('quotes:supplier.createNamed', { name: wanted })}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

export const emptySupplier = {
  nameEn: '',
  nameZh: '',
  contactName: '',
  phone: '',
  wechat: '',
  email: '',
  region: '',
  shopUrl: '',
  notes: '',
};
