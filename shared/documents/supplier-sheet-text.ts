import type { SupplierRow, SupplierStanding } from '../contract/suppliers.ts';
import type { Capacity } from '../domain/supplier-imports/read-suppliers.ts';
import { isFactColumn, type SupplierSheetColumn } from '../domain/supplier-imports/sheet-columns.ts';
import { type CalendarDate, shanghaiDate } from '../kernel/calendar-date.ts';
import { type Tongue, WORDS } from './say.ts';
import { provinceIn } from './supplier-text.ts';

/** A cell by what it means; null is not known. */
export type SheetValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly date: CalendarDate }
  | { readonly kind: 'count'; readonly count: number }
  /** Hundredths of a point. */
  | { readonly kind: 'score'; readonly hundredths: number }
  | null;

/** The title of a column; an import knows it again in either language. */
export function supplierSheetTitle(tongue: Tongue, column: SupplierSheetColumn): string {
  const { supplierSheet } = WORDS[tongue];
  return isFactColumn(column) ? supplierSheet.column[column] : supplierSheet.worked[column];
}

/** What a supplier's row holds in a column, in words that an import reads back. */
export function supplierSheetValue(
  tongue: Tongue,
  column: SupplierSheetColumn,
  row: SupplierRow,
  capacity: Capacity,
): SheetValue {
  const words = WORDS[tongue].supplier;
  switch (column) {
    case 'province':
      return text(row.province === '' ? '' : provinceIn(tongue, row.province));
    case 'businessKind':
      return text(row.businessKind === null ? '' : words.businessKind[row.businessKind]);
    case 'tier':
      return text(row.tier === null ? '' : words.tier[row.tier]);
    case 'memberSince':
      return day(row.memberSince);
    case 'monthlyPieces':
    case 'productionLines':
    case 'staff':
    case 'areaM2':
      return count(capacity[column]);
    case 'tags':
      return text(row.tags.join(', '));
    case 'qualification':
      return row.qualificationHundredths === null ? null : { kind: 'score', hundredths: row.qualificationHundredths };
    case 'standing':
      return text(words.standing[standingOf(row)]);
    case 'verification':
      return text(words.verification[row.verification]);
    case 'nextExpiry':
      return day(row.nextExpiry);
    case 'quotes':
      return count(row.quoteCount);
    case 'lastQuote':
      return day(row.lastQuoteOn);
    case 'updated':
      return day(shanghaiDate(new Date(row.updatedAt)));
    default:
      return text(row[column]);
  }
}

function standingOf({ disqualified, qualificationHundredths }: SupplierRow): SupplierStanding {
  if (disqualified) return 'disqualified';
  return qualificationHundredths === null ? 'insufficientData' : 'qualified';
}

function text(said: string): SheetValue {
  return said === '' ? null : { kind: 'text', text: said };
}

function day(date: CalendarDate | null): SheetValue {
  return date === null ? null : { kind: 'date', date };
}

function count(figure: number | null): SheetValue {
  return figure === null ? null : { kind: 'count', count: figure };
}
