import { Button, Checkbox, Group, Select, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CostingFields } from '../../../shared/contract/costings.ts';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { unitPriceToString } from '../../../shared/kernel/quantity.ts';
import { fieldName } from '../../app/errors.ts';
import { formatMoney, group } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { CurrencySelect } from '../../ui/currency-select.tsx';
import {
  type Parsed,
  parseIntegerCell,
  parseMeasureCell,
  parseMoneyCell,
  parseUnitPriceCell,
} from '../../ui/grid/parse.ts';
import { SavedField } from '../../ui/saved-field.tsx';
import classes from './costing.module.css';

/** What every field of the screen needs. */
export interface CostingForm {
  readonly fields: CostingFields;
  readonly readOnly: boolean;
  readonly save: (changes: Partial<CostingFields>) => Promise<void>;
}

/** Assumptions that are one figure. */
export type FigureField = {
  [Field in keyof CostingFields]: CostingFields[Field] extends number | null ? Field : never;
}[keyof CostingFields];
type CurrencyField = 'originCurrency' | 'freightCurrency' | 'destinationCurrency';

/** How a figure is typed and kept. */
export type FigureKind =
  | { readonly kind: 'money'; readonly currency: CurrencyCode }
  | { readonly kind: 'price'; readonly currency: CurrencyCode }
  /** Hundredths of a percent. */
  | { readonly kind: 'percent' }
  /** Parts per million, typed as a percentage. */
  | { readonly kind: 'ppm' }
  | { readonly kind: 'whole'; readonly maximum: number; readonly unit: string }
  /** Grams, typed in kilograms. */
  | { readonly kind: 'weight' };

/** The place of a field on the screen, for whoever sends the user there. */
export function placeOf(field: string): string {
  return `costing-${field}`;
}

/** Brings a field into view and puts the caret into it. */
export function goToField(field: string): void {
  const place = document.getElementById(placeOf(field));
  const input = place instanceof HTMLInputElement ? place : place?.querySelector('input');
  place?.scrollIntoView({ block: 'center' });
  input?.focus({ preventScroll: true });
}

/** A figure that may be unset; it saves itself. `usual` is what holds while it is. */
export function Figure(props: {
  readonly form: CostingForm;
  readonly field: FigureField;
  readonly as: FigureKind;
  readonly usual?: string;
  readonly description?: string;
}) {
  const { form, field, as, usual, description } = props;
  const { t } = useText();
  const label = fieldName(field, t);
  return (
    <div id={placeOf(field)}>
      <SavedField
        label={label}
        align="right"
        unit={unitOf(as)}
        readOnly={form.readOnly}
        placeholder={usual ?? t('costings:unset')}
        {...(description === undefined ? {} : { description })}
        value={form.fields[field]}
        text={(value) => (value === null ? '' : textOf(value, as))}
        show={(value) => (value === null ? '' : shownOf(value, as))}
        parse={(text) => parseFigure(text, as)}
        onSave={(value) => form.save({ [field]: value })}
      />
    </div>
  );
}

export function CurrencyChoice({ form, field }: { readonly form: CostingForm; readonly field: CurrencyField }) {
  const { t } = useText();
  return (
    <CurrencySelect
      label={fieldName(field, t)}
      readOnly={form.readOnly}
      value={form.fields[field]}
      onChange={(currency) => choose(form, { [field]: currency })}
    />
  );
}

/** One of a closed list; `clearable` where it may be unset. */
export function Choice<Value extends string>(props: {
  readonly form: CostingForm;
  readonly field: keyof CostingFields;
  readonly value: Value | null;
  readonly values: readonly Value[];
  readonly textOf: (value: Value) => string;
  readonly changes: (value: Value | null) => Partial<CostingFields>;
  readonly clearable?: boolean;
  readonly description?: string;
  readonly searchable?: boolean;
}) {
  const { form, field, value, values, changes, clearable = false, searchable = false, description } = props;
  const { t } = useText();
  return (
    <Select
      id={placeOf(field)}
      label={fieldName(field, t)}
      {...(description === undefined ? {} : { description })}
      readOnly={form.readOnly}
      placeholder={t('costings:unset')}
      clearable={clearable && !form.readOnly}
      allowDeselect={false}
      searchable={searchable}
      limit={80}
      data={values.map((one) => ({ value: one, label: props.textOf(one) }))}
      value={value}
      onChange={(chosen) => choose(form, changes(values.find((one) => one === chosen) ?? null))}
    />
  );
}

export function Yes(props: {
  readonly form: CostingForm;
  readonly field: 'roundUpToCm' | 'perPiece' | 'importVatRecoverable';
  readonly description?: string;
}) {
  const { form, field, description } = props;
  const { t } = useText();
  return (
    <Checkbox
      label={fieldName(field, t)}
      {...(description === undefined ? {} : { description })}
      checked={form.fields[field]}
      onChange={(event) => (form.readOnly ? undefined : choose(form, { [field]: event.currentTarget.checked }))}
    />
  );
}

/** A group of fields; `zeros` are those that one click sets to "there is none" where nothing is typed yet. */
export function Section(props: {
  readonly title: string;
  readonly hint?: string;
  readonly form: CostingForm;
  readonly zeros?: readonly FigureField[];
  readonly children: ReactNode;
}) {
  const { title, hint, form, zeros = [], children } = props;
  const { t } = useText();
  const open = zeros.filter((field) => form.fields[field] === null);
  const none = () => choose(form, Object.fromEntries(open.map((field) => [field, 0])));
  return (
    <section className={classes.section} aria-label={title}>
      <Group justify="space-between" align="baseline" gap="sm">
        <Title order={2}>{title}</Title>
        {open.length === 0 || form.readOnly ? null : (
          <Button variant="subtle" size="compact-xs" onClick={none} title={t('costings:noneHint')}>
            {t('costings:none', { count: open.length })}
          </Button>
        )}
      </Group>
      {hint === undefined ? null : <p className={classes.hint}>{hint}</p>}
      <div className={classes.fields}>{children}</div>
    </section>
  );
}

/** A choice that could not be saved is told in a toast and shown as it is stored. */
export function choose(form: CostingForm, changes: Partial<CostingFields>): void {
  void form.save(changes).catch(() => undefined);
}

function unitOf(as: FigureKind): string {
  switch (as.kind) {
    case 'money':
    case 'price':
      return as.currency;
    case 'percent':
    case 'ppm':
      return '%';
    case 'whole':
      return as.unit;
    case 'weight':
      return 'kg';
  }
}

function textOf(value: number, as: FigureKind): string {
  switch (as.kind) {
    case 'money':
      return fromScaledInteger(value, exponentOf(as.currency)).toFixed(exponentOf(as.currency));
    case 'price':
      return unitPriceToString(value, 2);
    case 'percent':
      return fromScaledInteger(value, 2).toFixed();
    case 'ppm':
      return fromScaledInteger(value, 4).toFixed();
    case 'whole':
      return String(value);
    case 'weight':
      return fromScaledInteger(value, 3).toFixed();
  }
}

function shownOf(value: number, as: FigureKind): string {
  return as.kind === 'money' ? formatMoney(value, as.currency) : group(textOf(value, as));
}

const MOST_PERCENT = 100_000;
const MOST_PPM = 500_000;
const MOST_GRAMS = 100_000_000;

function parseFigure(text: string, as: FigureKind): Parsed<number | null> {
  switch (as.kind) {
    case 'money':
      return parseMoneyCell(text, as.currency);
    case 'price':
      return parseUnitPriceCell(text, as.currency);
    case 'percent':
      return atMost(parseMeasureCell(withoutSign(text), 2), MOST_PERCENT);
    case 'ppm':
      return atMost(parseMeasureCell(withoutSign(text), 4), MOST_PPM);
    case 'whole':
      return parseIntegerCell(text, as.maximum);
    case 'weight':
      return atMost(parseMeasureCell(text, 3), MOST_GRAMS);
  }
}

function withoutSign(text: string): string {
  return text.replace(/[%％]\s*$/, '');
}

function atMost(parsed: Parsed<number | null>, most: number): Parsed<number | null> {
  return parsed.ok && parsed.value !== null && parsed.value > most
    ? { ok: false, problem: { code: 'tooLarge' } }
    : parsed;
}
