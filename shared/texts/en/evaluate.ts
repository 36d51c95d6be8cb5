/** What the evaluation without a window takes for granted, and where a problem lies. */
export const evaluate = {
  supplierAssumed: 'The sheet names no supplier; its prices are taken as those of “{{supplier}}”.',
  currencyAssumed: 'The sheet names no currency; its prices are taken as {{currency}}.',
  currencyShared: 'Prices without a currency are taken as {{currency}}, like the others of the sheet.',
};
