import { Select, type SelectProps } from '@mantine/core';
import { useMemo } from 'react';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { htmlLanguage } from '../i18n/i18n.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** What buyers in China meet daily stands first; all others follow by code. */
const USUAL = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'HKD', 'TWD', 'KRW', 'AUD', 'CAD', 'SGD', 'CHF', 'INR', 'VND', 'THB'];

export interface CurrencySelectProps
  extends Omit<SelectProps, 'data' | 'value' | 'onChange' | 'searchable' | 'multiple' | 'defaultValue'> {
  readonly value: CurrencyCode | null;
  readonly onChange: (currency: CurrencyCode) => void;
}

/** A currency by its code or its name in the language shown. */
export function CurrencySelect({ value, onChange, ...rest }: CurrencySelectProps) {
  const { language } = useLanguage();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([htmlLanguage(language)], { type: 'currency' });
    const others = Intl.supportedValuesOf('currency').filter((code) => !USUAL.includes(code));
    return [...USUAL, ...others].map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ''}`.trim() }));
  }, [language]);
  return (
    <Select
      {...rest}
      searchable
      data={data}
      value={value}
      maxDropdownHeight={280}
      limit={60}
      onChange={(code) => (code === null ? undefined : onChange(code))}
    />
  );
}
