import { Group, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import type { ImportMappingInput } from '../../../shared/contract/imports.ts';
import { COST_BASES, TAX_BASES } from '../../../shared/domain/quotes/terms.ts';
import { useText } from '../../i18n/use-text.ts';

const CURRENCIES = [
  'CNY',
  'USD',
  'EUR',
  'GBP',
  'HKD',
  'JPY',
  'KRW',
  'TWD',
  'AUD',
  'CAD',
  'SGD',
  'VND',
  'INR',
  'THB',
] as const;
const DECIMALS = ['auto', 'point', 'comma'] as const;
const DUPLICATES = ['refuse', 'separate'] as const;

type Defaults = ImportMappingInput['defaults'];

/** The layout, and what holds wherever the sheet itself says nothing. */
export function MappingDefaults(props: {
  readonly mapping: ImportMappingInput;
  readonly onMapping: (mapping: ImportMappingInput) => void;
}) {
  const { mapping, onMapping } = props;
  const { defaults } = mapping;
  const { t } = useText();
  const set = (changes: Partial<Defaults>) => onMapping({ ...mapping, defaults: { ...defaults, ...changes } });
  const currencies = defaults.currency === null ? CURRENCIES : [...new Set([defaults.currency, ...CURRENCIES])];
  return (
    <Group gap="md" align="end">
      <Stack gap={4}>
        <Text size="sm" fw={500} component="span">
          {t('imports:layout')}
        </Text>
        <SegmentedControl
          aria-label={t('imports:layout')}
          value={mapping.layout}
          data={[
            { value: 'wide', label: t('imports:layouts.wide') },
            { value: 'long', label: t('imports:layouts.long') },
          ]}
          onChange={(value) => onMapping({ ...mapping, layout: value === 'wide' ? 'wide' : 'long' })}
        />
      </Stack>
      <Select
        label={t('imports:currency')}
        placeholder={t('imports:notStated')}
        w={120}
        searchable
        data={currencies}
        value={defaults.currency}
        onChange={(currency) => set({ currency })}
      />
      <Select
        label={t('imports:taxBasis')}
        w={170}
        allowDeselect={false}
        data={TAX_BASES.map((basis) => ({ value: basis, label: t(`quote:taxBasis.${basis}`) }))}
        value={defaults.taxBasis}
        onChange={(value) => set({ taxBasis: TAX_BASES.find((basis) => basis === value) ?? 'unknown' })}
      />
      {defaults.taxBasis === 'included' || defaults.taxBasis === 'excluded' ? (
        <NumberInput
          label={t('imports:vatRate')}
          w={100}
          suffix=" %"
          min={0}
          max={100}
          decimalScale={2}
          value={defaults.vatRateBp === null ? '' : defaults.vatRateBp / 100}
          onChange={(value) => set({ vatRateBp: typeof value === 'number' ? Math.round(value * 100) : null })}
        />
      ) : null}
      <Select
        label={t('imports:freight')}
        w={140}
        allowDeselect={false}
        data={COST_BASES.map((basis) => ({ value: basis, label: t(`quote:costBasis.${basis}`) }))}
        value={defaults.freight}
        onChange={(value) => set({ freight: COST_BASES.find((basis) => basis === value) ?? 'unknown' })}
      />
      <Select
        label={t('imports:decimal')}
        w={150}
        allowDeselect={false}
        data={DECIMALS.map((decimal) => ({ value: decimal, label: t(`imports:decimals.${decimal}`) }))}
        value={defaults.decimal}
        onChange={(value) => set({ decimal: DECIMALS.find((decimal) => decimal === value) ?? 'auto' })}
      />
      <Select
        label={t('imports:duplicates')}
        w={270}
        allowDeselect={false}
        data={DUPLICATES.map((rule) => ({ value: rule, label: t(`imports:duplicateRules.${rule}`) }))}
        value={defaults.duplicates}
        onChange={(value) => set({ duplicates: DUPLICATES.find((rule) => rule === value) ?? 'refuse' })}
      />
      <TextInput
        label={t('imports:defaultSupplier')}
        placeholder={t('imports:defaultSupplierHint')}
        w={240}
        value={defaults.supplier ?? ''}
        onChange={({ currentTarget }) => set({ supplier: currentTarget.value === '' ? null : currentTarget.value })}
      />
    </Group>
  );
}
