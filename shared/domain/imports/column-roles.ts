/** What columns of a sheet may hold, in the order a buyer looks for them. */

/** Of the item. `itemName` leaves the language to the cell (Chinese characters: zh). */
export const ITEM_ROLES = [
  'lineNumber',
  'itemName',
  'itemNameEn',
  'itemNameZh',
  'specification',
  'unit',
  'quantity',
] as const;

/** Of what a supplier asks for it. */
export const PRICE_ROLES = ['unitPrice', 'lineTotal', 'priceBreak'] as const;

/** Of the smallest and the countable quantity, which each line may state for itself. */
export const LOT_ROLES = ['moq', 'orderMultiple'] as const;

/** Terms that hold for a whole quote. */
export const QUOTE_TERM_ROLES = [
  'currency',
  'taxBasis',
  'vatRate',
  'freight',
  'leadTime',
  'paymentTerms',
  'tradeTerm',
  'namedPlace',
  'validUntil',
  'receivedDate',
  'note',
  'contact',
  'region',
] as const;

/**
 * All roles. In a wide sheet prices, lots and terms belong to the supplier named in the column; without a supplier a term
 * applies to every quote.
 */
export const COLUMN_ROLES = [
  'ignore',
  ...ITEM_ROLES,
  'supplier',
  ...PRICE_ROLES,
  ...LOT_ROLES,
  ...QUOTE_TERM_ROLES,
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Roles whose column may belong to one supplier of a wide sheet. */
export const SUPPLIER_ROLES: ReadonlySet<ColumnRole> = new Set([...PRICE_ROLES, ...LOT_ROLES, ...QUOTE_TERM_ROLES]);
