import type { EntrySubject, HistoryEntry } from '../../../shared/contract/history.ts';
import { fieldName } from '../../app/errors.ts';
import {
  formatCount,
  formatInstant,
  formatMoneyWithCode,
  formatPercent,
  formatQuantity,
  formatScore,
  formatUnitPrice,
} from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { codeText } from './code-texts.ts';

type Value = string | number | null;
type Row = Readonly<Record<string, Value>>;

export interface EntryField {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly changed: boolean;
}

/** Columns that keep the house in order and say nothing to a buyer. */
const HOUSEKEEPING = new Set(['id', 'revision', 'createdAt', 'updatedAt', 'nameKey', 'position', 'sha256', 'payload']);

/** The fields of a changed row, named and formatted; `null` before or after stands for empty. */
export function entryFields(entry: HistoryEntry, t: Translate): EntryField[] {
  const before = camelRow(entry.before);
  const after = camelRow(entry.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const say = (field: string, row: Row) => readable({ entry, field, value: row[field] ?? null, row }, t);
  return names
    .filter((field) => !HOUSEKEEPING.has(field) && !field.endsWith('Id'))
    .map((field) => ({
      field,
      label: fieldName(field, t),
      before: say(field, before),
      after: say(field, after),
      changed: (before[field] ?? null) !== (after[field] ?? null),
    }));
}

/** What the changed row is called, as far as it says so itself; else what it belongs to. */
export function entryTitle(entry: HistoryEntry, nameOf: (names: EntrySubject['names'][number]) => string): string {
  const row = camelRow(entry.after ?? entry.before);
  const named = [row.nameEn, row.nameZh, row.name, row.fileName, row.title].find(
    (value) => typeof value === 'string' && value !== '',
  );
  if (named !== undefined && named !== null) return String(named);
  if (row.base !== undefined && row.quote !== undefined) return `${row.base} → ${row.quote}`;
  return entry.subject.names.map(nameOf).join(' · ');
}

interface Stored {
  readonly entry: Pick<HistoryEntry, 'tableName' | 'subject'>;
  readonly field: string;
  readonly value: Value;
  readonly row: Row;
}

function readable(stored: Stored, t: Translate): string | null {
  const { entry, field, value } = stored;
  if (value === null || value === '') return null;
  if (typeof value === 'string') {
    return field.endsWith('At') ? formatInstant(value) : (codeText(entry.tableName, field, value, t) ?? value);
  }
  if (FLAGS.has(field)) return t(value === 0 ? 'no' : 'yes');
  const measure = MEASURED.has(field) ? stored.row.measure : null;
  if (measure === 'unit' || /unitPrice$/i.test(field) || PER_UNIT.has(field))
    return withCode(formatUnitPrice(value), stored);
  if (/quantity$/i.test(field) || field === 'moq' || field === 'orderMultiple') return formatQuantity(value);
  if (measure === 'rate' || field.endsWith('Bp')) return formatPercent(value);
  if (field.endsWith('Ppm')) return formatPercent(value / PPM_IN_BP);
  if (field.endsWith('Hundredths')) return formatScore(value);
  if (measure === 'order' || field.endsWith('Minor')) {
    const currency = currencyOf(stored);
    return currency === null ? formatCount(value) : formatMoneyWithCode(value, currency);
  }
  const unit = UNITS.find(([ending]) => field.endsWith(ending))?.[1];
  return unit === undefined ? formatCount(value) : `${formatCount(value)}\u00a0${unit}`;
}

const FLAGS: ReadonlySet<string> = new Set([
  'vatRecoverable',
  'importVatRecoverable',
  'isSample',
  'roundUpToCm',
  'perPiece',
  'licenceLongTerm',
  'disqualified',
  'isBlind',
  'hidesNames',
]);

/** Amounts whose meaning a column beside them says: for the order, for a unit, or a rate. */
const MEASURED: ReadonlySet<string> = new Set(['low', 'high']);

/** Millionths of a currency though not called a price. */
const PER_UNIT: ReadonlySet<string> = new Set(['unitAmount', 'freightPerKg', 'freightPerM3', 'specificDuty']);

const PPM_IN_BP = 100;

const UNITS = [
  ['Mm', 'mm'],
  ['WeightG', 'g'],
  ['weightG', 'g'],
  ['StepG', 'g'],
] as const;

/** A costing has three currencies: of the freight, of what is paid in China, and of what is paid on arrival. */
const COSTING_CURRENCY = [
  ['freightCurrency', /^freight/],
  ['originCurrency', /^(origin|exportClearance|agent)/],
  ['destinationCurrency', /^(destination|brokerage|userFee|onCarriage)/],
] as const;

function currencyOf({ entry, field, row }: Stored): string | null {
  if (entry.tableName === 'costings') {
    const currency = row[COSTING_CURRENCY.find(([, pattern]) => pattern.test(field))?.[0] ?? ''];
    return typeof currency === 'string' ? currency : null;
  }
  // Platforms of the trade take deposits in yuan.
  if (field === 'depositMinor') return 'CNY';
  return typeof row.currency === 'string' ? row.currency : entry.subject.currency;
}

/** A price with its currency, where a row has one. */
function withCode(price: string, stored: Stored): string {
  // Which currency a specific duty is in, the project's costing says.
  const currency = stored.field === 'specificDuty' ? null : currencyOf(stored);
  return currency === null ? price : `${price}\u00a0${currency}`;
}

function camelRow(row: Row | null): Row {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([column, value]) => [
      column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
