import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import type { QuoteFields } from '../../../shared/contract/quotes.ts';
import { TAX_BASES } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { useText } from '../../i18n/use-text.ts';
import { parsePercentCell } from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';

type Tax = Pick<QuoteFields, 'taxBasis' | 'vatRateBp'>;

const UNKNOWN = 'unknown';
const OTHER = 'other';

/** Rates a Chinese supplier invoices at (DOMAIN 2.1), in hundredths of a percent. */
const PRESETS = [
  { rate: 1_300, text: 'general' },
  { rate: 300, text: 'small' },
  { rate: 100, text: 'reduced' },
] as const;

/** Whether prices contain VAT, and at which rate. What the supplier has not said stays unknown. */
export function TaxFields(props: {
  readonly quote: Tax;
  readonly readOnly: boolean;
  readonly onChange: (changes: Partial<Tax>) => void;
  /** Saves a rate that was typed; rejects when it was not saved. */
  readonly onRate: (vatRateBp: number | null) => Promise<unknown>;
}) {
  const { quote, readOnly, onChange, onRate } = props;
  const { t } = useText();
  const [other, setOther] = useState(false);
  const preset = PRESETS.find(({ rate }) => rate === quote.vatRateBp);
  const showsOther = other || (quote.vatRateBp !== null && preset === undefined);
  const choose = (value: string | null) => {
    setOther(value === OTHER);
    if (value === OTHER || value === null) return;
    onChange({ vatRateBp: value === UNKNOWN ? null : Number(value) });
  };
  return (
    <>
      <Select
        label={t('quote:field.taxBasis')}
        description={t('quotes:taxBasisHint')}
        readOnly={readOnly}
        data={TAX_BASES.map((basis) => ({ value: basis, label: t(`quote:taxBasis.${basis}`) }))}
        value={quote.taxBasis}
        onChange={(value) => {
          const taxBasis = TAX_BASES.find((basis) => basis === value);
          // Prices without VAT have no rate.
          if (taxBasis !== undefined) onChange(taxBasis === 'none' ? { taxBasis, vatRateBp: null } : { taxBasis });
        }}
      />
      {quote.taxBasis === 'none' ? null : (
        <Group grow align="flex-start" wrap="nowrap">
          <Select
            label={t('quotes:vat.rate')}
            readOnly={readOnly}
            data={[
              ...PRESETS.map(({ rate, text }) => ({ value: String(rate), label: t(`quotes:vat.${text}`) })),
              { value: UNKNOWN, label: t('quotes:vat.unknown') },
              { value: OTHER, label: t('quotes:vat.other') },
            ]}
            value={showsOther ? OTHER : quote.vatRateBp === null ? UNKNOWN : String(quote.vatRateBp)}
            onChange={choose}
          />
          {showsOther ? (
            <SavedField
              label={t('quotes:vat.otherRate')}
              unit="%"
              align="right"
              readOnly={readOnly}
              value={quote.vatRateBp}
              text={(value) => (value === null ? '' : fromScaledInteger(value, 2).toFixed())}
              parse={parsePercentCell}
              onSave={onRate}
            />
          ) : null}
        </Group>
      )}
    </>
  );
}
