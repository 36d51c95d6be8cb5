import type { SupplierColumnRole } from './columns.ts';

/** Facts of a supplier in the order of a written sheet; each is read back by the role of its name. */
export const FACT_COLUMNS = [
  'nameEn',
  'nameZh',
  'province',
  'region',
  'contactName',
  'phone',
  'wechat',
  'email',
  'shopUrl',
  'businessKind',
  'tier',
  'memberSince',
  'uscc',
  'licenceName',
  'legalPerson',
  'monthlyPieces',
  'productionLines',
  'staff',
  'areaM2',
  'tags',
  'notes',
] as const satisfies readonly SupplierColumnRole[];
export type FactColumn = (typeof FACT_COLUMNS)[number];

/** What the program works out; written for the reader, and no import takes it. */
export const WORKED_COLUMNS = [
  'qualification',
  'standing',
  'verification',
  'nextExpiry',
  'quotes',
  'lastQuote',
  'updated',
] as const;
export type WorkedColumn = (typeof WORKED_COLUMNS)[number];

export const SUPPLIER_SHEET_COLUMNS = [...FACT_COLUMNS, ...WORKED_COLUMNS] as const;
export type SupplierSheetColumn = FactColumn | WorkedColumn;

export function isFactColumn(column: SupplierSheetColumn): column is FactColumn {
  return FACT_COLUMNS.some((fact) => fact === column);
}
