import type { HistoryEntry } from '../../../shared/contract/history.ts';
import { fieldName } from '../../app/errors.ts';
import {
  formatCount,
  formatInstant,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatScore,
  formatUnitPrice,
} from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';

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
  return names
    .filter((field) => !HOUSEKEEPING.has(field) && !field.endsWith('Id'))
    .map((field) => ({
      field,
      label: fieldName(field, t),
      before: readable(field, before[field] ?? null, before, t),
      after: readable(field, after[field] ?? null, after, t),
      changed: (before[field] ?? null) !== (after[field] ?? null),
    }));
}

/** What the changed row is called, as far as it says so itself. */
export function entryTitle(entry: HistoryEntry): string {
  const row = camelRow(entry.after ?? entry.before);
  const named = [row.nameEn, row.nameZh, row.name, row.fileName, row.title].find(
    (value) => typeof value === 'string' && value !== '',
  );
  if (named !== undefined && named !== null) return String(named);
  return row.base === undefined || row.quote === undefined ? '' : `${row.base} → ${row.quote}`;
}

function readable(field: string, value: Value, row: Row, t: Translate): string | null {
  if (value === null || value === '') return null;
  if (typeof value === 'string') return field.endsWith('At') ? formatInstant(value) : value;
  if (/unitPrice$/i.test(field)) return formatUnitPrice(value);
  if (/quantity$/i.test(field) || field === 'moq' || field === 'orderMultiple') return formatQuantity(value);
  if (field.endsWith('Bp')) return formatPercent(value);
  if (field.endsWith('Hundredths')) return formatScore(value);
  if (field.endsWith('Minor')) {
    const { currency } = row;
    return typeof currency === 'string' ? `${formatMoney(value, currency)} ${currency}` : formatCount(value);
  }
  if (field === 'vatRecoverable' || field === 'isSample') return t(value === 0 ? 'no' : 'yes');
  return formatCount(value);
}

function camelRow(row: Row | null): Row {
  return Object.fromEntries(
    Object.entries(row ?? {}).map(([column, value]) => [
      column.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
