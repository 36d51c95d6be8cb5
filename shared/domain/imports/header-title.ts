import { SUPPLIER_ROLES } from './column-roles.ts';
import type { HeaderTitle } from './find-table.ts';
import { type HeaderReading, nameOfHeader, readHeader } from './header.ts';
import { tidy } from './text.ts';

/** The reading of a column's title, of one header row or two. */
export interface TitleReading extends HeaderReading {
  index: number;
  /** Both rows joined with " / ". */
  header: string;
  /** What the title would be as a supplier's name. */
  name: string;
}

/**
 * Reads a column's title. With two header rows a name over 单价 / 金额, or under 单价, is the supplier; two known titles are the same one
 * in two languages, or the lower one is the more exact.
 */
export function readTitle({ index, top, bottom, spanned }: HeaderTitle): TitleReading {
  const header = [tidy(top), tidy(bottom)].filter((part) => part !== '').join(' / ');
  if (bottom === '' || top === '') {
    const only = top === '' ? bottom : top;
    return { ...readHeader(only), index, header, name: nameOfHeader(only) };
  }
  const upper = readHeader(top);
  const lower = readHeader(bottom);
  const merged: HeaderReading = {
    ...lower,
    currency: lower.currency ?? upper.currency,
    taxBasis: lower.taxBasis ?? upper.taxBasis,
    vatRateBp: lower.vatRateBp ?? upper.vatRateBp,
    freight: lower.freight ?? upper.freight,
  };
  const base = { index, header, name: nameOfHeader(top) };
  const scoped = lower.role !== null && SUPPLIER_ROLES.has(lower.role);
  if ((upper.role === null || upper.supplier !== null) && lower.role !== null) {
    // "Unit" under a supplier's name is its unit price
    const role = lower.role === 'unit' ? 'unitPrice' : lower.role;
    return {
      ...base,
      ...merged,
      role,
      supplier: scoped || role === 'unitPrice' ? nameOfHeader(top) : null,
      strong: true,
    };
  }
  if (upper.role !== null && lower.role === null) {
    if (upper.role !== 'unitPrice' && upper.role !== 'lineTotal') return { ...base, ...merged, role: upper.role };
    return {
      ...base,
      ...merged,
      role: upper.role,
      supplier: nameOfHeader(bottom),
      name: nameOfHeader(bottom),
      strong: true,
    };
  }
  if (upper.role !== null && lower.role !== null) {
    if (scoped || spanned) return { ...base, ...merged, supplier: lower.supplier ?? upper.supplier };
    return { ...base, ...upper };
  }
  const joined = readHeader(`${top} ${bottom}`);
  return { ...base, ...joined, name: nameOfHeader(`${top} ${bottom}`) };
}
