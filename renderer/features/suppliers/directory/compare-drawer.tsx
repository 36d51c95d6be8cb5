import { MultiSelect, Stack, Table, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { fieldName } from '../../../app/errors.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { Unknown } from '../../../ui/figures.tsx';
import { SideDrawer } from '../../../ui/side-drawer.tsx';
import { useSupplierList } from '../queries.ts';
import { FACTS, factText } from './facts.ts';
import { useSuppliersById } from './queries.ts';

const AT_MOST = 4;
/** Suppliers offered at once; typing narrows them down. */
const OFFERED = 40;

/** Two to four profiles side by side; a fact that none of them states is left out. */
export function CompareDrawer(props: {
  readonly ids: readonly Id[];
  readonly onChange: (ids: Id[]) => void;
  readonly onClose: () => void;
}) {
  const { ids, onChange, onClose } = props;
  const { t } = useText();
  const { language } = useLanguage();
  const nameOf = useName();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 120);
  const found = useSupplierList({ search, sort: 'name', limit: OFFERED }).data?.rows ?? [];
  const chosen = useSuppliersById(ids).flatMap(({ data }) => (data === undefined ? [] : [data]));
  // What is chosen stays among the options: the field shows it by its label.
  const offered = new Map([...chosen, ...found].map((supplier) => [supplier.id, nameOf(supplier)]));
  const isFound = new Set(found.map(({ id }) => id));
  const rows = FACTS.map((field) => ({
    field,
    texts: chosen.map((supplier) => factText(field, supplier, t, language)),
  })).filter(({ texts }) => texts.some((text) => text !== ''));
  return (
    <SideDrawer opened onClose={onClose} title={t('suppliers:sideBySide.title')} size={1000}>
      <Stack gap="sm">
        <MultiSelect
          label={t('suppliers:sideBySide.choose')}
          data={[...offered].map(([value, label]) => ({ value, label }))}
          // The core searches, in both names and by contact, region and licence.
          filter={({ options }) => options.filter((option) => 'value' in option && isFound.has(option.value))}
          searchValue={typed}
          onSearchChange={setTyped}
          nothingFoundMessage={t('nothingFound')}
          value={[...ids]}
          onChange={onChange}
          maxValues={AT_MOST}
          searchable
        />
        {chosen.length < 2 ? (
          <Text className="hj-quiet">{t('suppliers:sideBySide.hint')}</Text>
        ) : (
          <Table verticalSpacing={6} layout="fixed">
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={150}>{t('suppliers:merge.field')}</Table.Th>
                {chosen.map((supplier) => (
                  <Table.Th key={supplier.id}>{nameOf(supplier)}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map(({ field, texts }) => (
                <Table.Tr key={field}>
                  <Table.Th scope="row" fw={500} style={{ verticalAlign: 'top' }}>
                    {fieldName(field, t)}
                  </Table.Th>
                  {chosen.map((supplier, index) => (
                    <Table.Td key={supplier.id} style={{ overflowWrap: 'anywhere', verticalAlign: 'top' }}>
                      {texts[index] === '' ? <Unknown /> : texts[index]}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </SideDrawer>
  );
}
