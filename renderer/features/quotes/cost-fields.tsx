import { SegmentedControl, Text } from '@mantine/core';
import type { QuoteCost, QuoteFields } from '../../../shared/contract/quotes.ts';
import { statedCost } from '../../../shared/domain/quotes/costs.ts';
import { COST_BASES, COST_PARTS, type CostBasis, type CostPart } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { formatMoney } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { parseMoneyCell } from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import classes from './cost-fields.module.css';

/** For every cost part: included, extra with its amount, or unknown until the supplier answers. */
export function CostFields(props: {
  readonly quote: Pick<QuoteFields, 'costs' | 'currency'>;
  readonly readOnly: boolean;
  readonly onChange: (changes: Pick<QuoteFields, 'costs'>) => Promise<unknown>;
}) {
  const { quote, readOnly, onChange } = props;
  const { t } = useText();
  const set = (cost: QuoteCost) => onChange({ costs: [...quote.costs.filter(({ part }) => part !== cost.part), cost] });
  return (
    <div className={classes.parts}>
      {COST_PARTS.map((part) => {
        const cost = quote.costs.find((one) => one.part === part) ?? statedCost(part, 'unknown');
        return (
          <CostPartFields
            key={part}
            part={part}
            cost={cost}
            currency={quote.currency}
            readOnly={readOnly}
            label={t(`quote:costPart.${part}`)}
            onChange={set}
          />
        );
      })}
    </div>
  );
}

function CostPartFields(props: {
  readonly part: CostPart;
  readonly cost: QuoteCost;
  readonly currency: CurrencyCode;
  readonly label: string;
  readonly readOnly: boolean;
  readonly onChange: (cost: QuoteCost) => Promise<unknown>;
}) {
  const { part, cost, currency, label, readOnly, onChange } = props;
  const { t } = useText();
  const places = exponentOf(currency);
  const choose = (value: string) => {
    const basis: CostBasis | undefined = COST_BASES.find((one) => one === value);
    // A choice that could not be saved is told in a toast and shown as it is stored.
    if (basis !== undefined) void onChange(statedCost(part, basis)).catch(() => undefined);
  };
  return (
    <div className={classes.part}>
      <Text size="sm" className={classes.name}>
        {label}
      </Text>
      <SegmentedControl
        aria-label={t('quotes:cost.basisOf', { part: label })}
        readOnly={readOnly}
        data={COST_BASES.map((basis) => ({ value: basis, label: t(`quote:costBasis.${basis}`) }))}
        value={cost.basis}
        onChange={choose}
      />
      {cost.basis === 'extra' ? (
        <div className={classes.amount}>
          <SavedField
            label={t('quotes:cost.amountOf', { part: label })}
            hideLabel
            unit={currency}
            align="right"
            readOnly={readOnly}
            placeholder={t('unknown')}
            value={cost.amountMinor}
            text={(value) => (value === null ? '' : fromScaledInteger(value, places).toFixed(places))}
            show={(value) => (value === null ? '' : formatMoney(value, currency))}
            parse={(text) => parseMoneyCell(text, currency)}
            onSave={(amountMinor) => onChange(statedCost(part, 'extra', { amountMinor }))}
          />
        </div>
      ) : null}
    </div>
  );
}
