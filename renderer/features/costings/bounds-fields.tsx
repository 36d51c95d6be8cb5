import { ActionIcon, Select } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { CostingFields } from '../../../shared/contract/costings.ts';
import { COST_MEASURES, COST_PARTS, type CostMeasure, type CostPart } from '../../../shared/domain/quotes/terms.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { unitPriceToString } from '../../../shared/kernel/quantity.ts';
import { useText } from '../../i18n/use-text.ts';
import { type Parsed, parseMoneyCell, parsePercentCell, parseUnitPriceCell } from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import classes from './costing.module.css';
import { type CostingForm, choose, placeOf, Section } from './fields.tsx';

type Bound = CostingFields['bounds'][number];

/** What a cost a supplier leaves open lies between, so that his quote becomes a range instead of falling out. */
export function BoundsFields(props: { readonly form: CostingForm; readonly projectCurrency: CurrencyCode }) {
  const { form, projectCurrency } = props;
  const { t } = useText();
  const { bounds } = form.fields;
  const others = COST_PARTS.filter((part) => bounds.every((bound) => bound.part !== part));
  const put = (bound: Bound) =>
    form.save({
      bounds: COST_PARTS.flatMap((part) => (part === bound.part ? [bound] : bounds.filter((one) => one.part === part))),
    });
  const add = (part: CostPart) => choose(form, { bounds: [...bounds, { part, measure: 'order', low: 0, high: 0 }] });
  return (
    <Section title={t('costings:section.bounds')} hint={t('costings:boundsHint')} form={form}>
      <div className={classes.bounds} id={placeOf('bounds')}>
        {bounds.map((bound) => (
          <BoundRow
            key={bound.part}
            bound={bound}
            currency={projectCurrency}
            readOnly={form.readOnly}
            onSave={put}
            onRemove={() => choose(form, { bounds: bounds.filter(({ part }) => part !== bound.part) })}
          />
        ))}
        {form.readOnly || others.length === 0 ? null : (
          <Select
            aria-label={t('costings:addBound')}
            placeholder={t('costings:addBound')}
            searchable
            value={null}
            data={others.map((part) => ({ value: part, label: t(`quote:costPart.${part}`) }))}
            onChange={(chosen) => {
              const part = others.find((one) => one === chosen);
              if (part !== undefined) add(part);
            }}
          />
        )}
      </div>
    </Section>
  );
}

function BoundRow(props: {
  readonly bound: Bound;
  readonly currency: CurrencyCode;
  readonly readOnly: boolean;
  readonly onSave: (bound: Bound) => Promise<unknown>;
  readonly onRemove: () => void;
}) {
  const { bound, currency, readOnly, onSave, onRemove } = props;
  const { t } = useText();
  const name = t(`quote:costPart.${bound.part}`);
  const units = { order: currency, unit: currency, rate: '%' } as const;
  const end = (field: 'low' | 'high') => (
    <SavedField
      label={t(`costings:boundOf.${field}`, { part: name })}
      hideLabel
      align="right"
      unit={units[bound.measure]}
      readOnly={readOnly}
      value={bound[field]}
      text={(value) => textOf(value, bound.measure, currency)}
      parse={(text) => required(parse(text, bound.measure, currency))}
      onSave={(value) => onSave(widened({ ...bound, [field]: value }, field))}
    />
  );
  return (
    <div className={classes.bound}>
      <span>{name}</span>
      <Select
        aria-label={t('costings:boundMeasure', { part: name })}
        readOnly={readOnly}
        allowDeselect={false}
        data={COST_MEASURES.map((measure) => ({ value: measure, label: t(`costings:measure.${measure}`) }))}
        value={bound.measure}
        onChange={(chosen) => {
          const measure = COST_MEASURES.find((one) => one === chosen);
          // A figure means something else in another measure, so it starts anew.
          if (measure !== undefined && measure !== bound.measure)
            void onSave({ part: bound.part, measure, low: 0, high: 0 }).catch(() => undefined);
        }}
      />
      {end('low')}
      <span aria-hidden>–</span>
      {end('high')}
      {readOnly ? null : (
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('costings:removeBound', { part: name })}
          onClick={onRemove}
        >
          <IconX size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}

/** The end just typed holds; the other one gives way. */
function widened(bound: Bound, typed: 'low' | 'high'): Bound {
  if (bound.low <= bound.high) return bound;
  return typed === 'low' ? { ...bound, high: bound.low } : { ...bound, low: bound.high };
}

function textOf(value: number, measure: CostMeasure, currency: CurrencyCode): string {
  if (measure === 'rate') return fromScaledInteger(value, 2).toFixed();
  if (measure === 'unit') return unitPriceToString(value, 2);
  return fromScaledInteger(value, exponentOf(currency)).toFixed(exponentOf(currency));
}

function parse(text: string, measure: CostMeasure, currency: CurrencyCode): Parsed<number | null> {
  if (measure === 'rate') return parsePercentCell(text);
  return measure === 'unit' ? parseUnitPriceCell(text, currency) : parseMoneyCell(text, currency);
}

function required(parsed: Parsed<number | null>): Parsed<number> {
  if (!parsed.ok) return parsed;
  return parsed.value === null ? { ok: false, problem: { code: 'required' } } : { ok: true, value: parsed.value };
}
