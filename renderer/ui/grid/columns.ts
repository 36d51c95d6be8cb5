import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { scaledToString } from '../../../shared/kernel/decimal.ts';
import { type CurrencyCode, exponentOf } from '../../../shared/kernel/money.ts';
import { type Quantity, quantityToString, type UnitPrice, unitPriceToString } from '../../../shared/kernel/quantity.ts';
import { formatMoney, formatPercent, formatQuantity, formatScore, formatUnitPrice, group } from '../../i18n/format.ts';
import {
  type Choice,
  type Parsed,
  parseChoiceCell,
  parseDateCell,
  parseIntegerCell,
  parseMeasureCell,
  parseMoneyCell,
  parsePercentCell,
  parseQuantityCell,
  parseScoreCell,
  parseTextCell,
  parseUnitPriceCell,
} from './parse.ts';

/**
 * A column of an EditableGrid. `Row` is what the core gave, `Changes` what a batch carries back: any object whose
 * properties are the changed fields. Build one with the factories below.
 */
export interface GridColumn<Row, Changes> {
  readonly id: string;
  readonly title: string;
  /** Quietly beside the title: a currency, a unit. */
  readonly unit?: string;
  readonly width: number;
  /** Never narrower, even where the grid must then scroll sideways. */
  readonly minWidth?: number;
  /** Share of the room left over; 0 keeps the width. */
  readonly grow: number;
  readonly align: 'left' | 'right';
  /** The plain text of the value, as it is edited and copied. */
  readonly read: (row: Row) => string;
  /** The text as it stands in the grid when nobody edits it. */
  readonly show: (text: string) => string;
  readonly parse: (text: string) => Parsed<Changes>;
  readonly choices: readonly Choice<string>[] | null;
  readonly readOnly: boolean;
}

interface Base {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  readonly width?: number;
  readonly minWidth?: number;
  readonly grow?: number;
  readonly readOnly?: boolean;
}

interface Field<Row, Changes, Value> extends Base {
  readonly read: (row: Row) => Value;
  readonly write: (value: Value) => Changes;
  /** An empty cell is refused. */
  readonly required?: boolean;
}

type Optional<Row, Changes, Value> = Field<Row, Changes, Value | null>;

export function textColumn<Row, Changes>(
  field: Field<Row, Changes, string> & { readonly maxLength?: number },
): GridColumn<Row, Changes> {
  const { maxLength = 300 } = field;
  return column(field, {
    text: (value) => value,
    parse: (text) => parseTextCell(text, maxLength),
    isEmpty: (value) => value === '',
    width: 180,
    grow: 1,
  });
}

/** Whole ten-thousandths. */
export function quantityColumn<Row, Changes>(field: Optional<Row, Changes, Quantity>): GridColumn<Row, Changes> {
  return figureColumn(field, parseQuantityCell, quantityToString, formatQuantity);
}

/** Whole millionths; `currency` null takes any sign of money as written. */
export function unitPriceColumn<Row, Changes>(
  field: Optional<Row, Changes, UnitPrice> & { readonly currency: CurrencyCode | null },
): GridColumn<Row, Changes> {
  const { currency } = field;
  const parse = (text: string) => parseUnitPriceCell(text, currency);
  return figureColumn(withUnit(field, currency), parse, (value) => unitPriceToString(value, 4), formatUnitPrice);
}

/** Whole minor units. */
export function moneyColumn<Row, Changes>(
  field: Optional<Row, Changes, number> & { readonly currency: CurrencyCode },
): GridColumn<Row, Changes> {
  const { currency } = field;
  const places = exponentOf(currency);
  return figureColumn(
    withUnit(field, currency),
    (text) => parseMoneyCell(text, currency),
    (value) => scaledToString(value, places, places),
    (value) => formatMoney(value, currency),
  );
}

/** Hundredths of a percent. */
export function percentColumn<Row, Changes>(field: Optional<Row, Changes, number>): GridColumn<Row, Changes> {
  return figureColumn(field, parsePercentCell, (value) => scaledToString(value, 2), formatPercent);
}

/** Hundredths of a point. */
export function scoreColumn<Row, Changes>(field: Optional<Row, Changes, number>): GridColumn<Row, Changes> {
  return figureColumn(field, parseScoreCell, (value) => scaledToString(value, 2), formatScore);
}

/** A measure kept in whole units of its last decimal: centimetres of whole millimetres have one place. */
export function measureColumn<Row, Changes>(
  field: Optional<Row, Changes, number> & { readonly places: number },
): GridColumn<Row, Changes> {
  const { places } = field;
  const plain = (value: number) => scaledToString(value, places);
  return figureColumn(
    field,
    (text) => parseMeasureCell(text, places),
    plain,
    (value) => group(plain(value)),
  );
}

/** A text with a form of its own (price breaks): `text` writes a value, `parse` reads it and explains what it cannot take. */
export function notationColumn<Row, Changes, Value>(
  field: Field<Row, Changes, Value> & {
    readonly text: (value: Value) => string;
    readonly parse: (text: string) => Parsed<Value>;
  },
): GridColumn<Row, Changes> {
  return column(field, { text: field.text, parse: field.parse, isEmpty: () => false, width: 220, grow: 1 });
}

export function integerColumn<Row, Changes>(
  field: Optional<Row, Changes, number> & { readonly maximum: number },
): GridColumn<Row, Changes> {
  const parse = (text: string) => parseIntegerCell(text, field.maximum);
  return figureColumn(field, parse, String, (value) => group(String(value)));
}

export function dateColumn<Row, Changes>(field: Optional<Row, Changes, CalendarDate>): GridColumn<Row, Changes> {
  return column(field, {
    text: (value) => value ?? '',
    parse: parseDateCell,
    isEmpty: (value) => value === null,
    width: 110,
    grow: 0,
  });
}

/** One of a closed list; null is an empty cell, refused when the field is required. */
export function selectColumn<Row, Changes, Value extends string>(
  field: Optional<Row, Changes, Value> & { readonly choices: readonly Choice<Value>[] },
): GridColumn<Row, Changes> {
  const { choices } = field;
  return {
    ...column<Row, Changes, Value | null>(field, {
      text: (value) => choices.find((choice) => choice.value === value)?.label ?? '',
      parse: (text) => parseChoiceCell(text, choices),
      isEmpty: (value) => value === null,
      width: 140,
      grow: 0,
    }),
    choices,
  };
}

interface Kind<Value> {
  readonly text: (value: Value) => string;
  readonly parse: (text: string) => Parsed<Value>;
  readonly isEmpty: (value: Value) => boolean;
  readonly show?: (text: string) => string;
  readonly width: number;
  readonly grow: number;
  readonly align?: 'right';
}

function figureColumn<Row, Changes>(
  field: Optional<Row, Changes, number>,
  parse: (text: string) => Parsed<number | null>,
  text: (value: number) => string,
  format: (value: number) => string,
): GridColumn<Row, Changes> {
  return column<Row, Changes, number | null>(field, {
    text: (value) => (value === null ? '' : text(value)),
    parse,
    isEmpty: (value) => value === null,
    show: (typed) => {
      const parsed = parse(typed);
      return parsed.ok && parsed.value !== null ? format(parsed.value) : typed;
    },
    width: 110,
    grow: 0,
    align: 'right',
  });
}

function column<Row, Changes, Value>(field: Field<Row, Changes, Value>, kind: Kind<Value>): GridColumn<Row, Changes> {
  return {
    id: field.id,
    title: field.title,
    ...(field.unit === undefined ? {} : { unit: field.unit }),
    width: field.width ?? kind.width,
    ...(field.minWidth === undefined ? {} : { minWidth: field.minWidth }),
    grow: field.grow ?? kind.grow,
    align: kind.align ?? 'left',
    read: (row) => kind.text(field.read(row)),
    show: kind.show ?? ((text) => text),
    parse: (text) => {
      const parsed = kind.parse(text);
      if (!parsed.ok) return parsed;
      if (field.required === true && kind.isEmpty(parsed.value)) return { ok: false, problem: { code: 'required' } };
      return { ok: true, value: field.write(parsed.value) };
    },
    choices: null,
    readOnly: field.readOnly ?? false,
  };
}

function withUnit<F extends Base>(field: F, unit: string | null): F {
  return unit === null ? field : { ...field, unit: field.unit ?? unit };
}
