import type { QuoteCost, QuoteFields } from '../../../shared/contract/quotes.ts';
import { COST_PARTS } from '../../../shared/domain/quotes/terms.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './cost-fields.module.css';
import { CostPartFields } from './cost-part-fields.tsx';

/**
 * The inclusion ledger of a quote: for every cost part what the quote states, and what its trade term implies where it is
 * silent.
 */
export function CostFields(props: {
  readonly quote: Pick<QuoteFields, 'costs' | 'currency' | 'incoterm'>;
  readonly readOnly: boolean;
  readonly onChange: (changes: Pick<QuoteFields, 'costs'>) => Promise<unknown>;
}) {
  const { quote, readOnly, onChange } = props;
  const { t } = useText();
  return (
    <div className={classes.parts}>
      {COST_PARTS.map((part) => (
        <CostPartFields
          key={part}
          part={part}
          cost={quote.costs.find((one) => one.part === part) ?? null}
          currency={quote.currency}
          incoterm={quote.incoterm}
          readOnly={readOnly}
          label={t(`quote:costPart.${part}`)}
          onChange={(cost) => onChange({ costs: withCost(quote.costs, part, cost) })}
        />
      ))}
    </div>
  );
}

/** The statements with one of them replaced; null takes it away. */
export function withCost(costs: readonly QuoteCost[], part: QuoteCost['part'], cost: QuoteCost | null): QuoteCost[] {
  return [...costs.filter((one) => one.part !== part), ...(cost === null ? [] : [cost])];
}
