/** The closed lists of what a quote states (PRODUCT M3). Stored as these words; each has a text below `quote.*`. */

/** Whether prices contain VAT. `none`: no VAT applies; `unknown`: the supplier has not said (never assumed, DOMAIN 2.1). */
export const TAX_BASES = ['included', 'excluded', 'none', 'unknown'] as const;
export type TaxBasis = (typeof TAX_BASES)[number];

/** Cost parts beside the goods themselves. */
export const COST_PARTS = ['domesticFreight', 'packaging', 'tooling', 'labelling', 'inspection', 'sample'] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** `included` in the price, `extra` with an amount, or `unknown` until the supplier answers. */
export const COST_BASES = ['included', 'extra', 'unknown'] as const;
export type CostBasis = (typeof COST_BASES)[number];

/** What the lead time counts from. */
export const LEAD_TIME_STARTS = ['orderConfirmed', 'depositPaid', 'sampleApproved', 'artworkApproved'] as const;
export type LeadTimeStart = (typeof LEAD_TIME_STARTS)[number];

/** Incoterms 2020, and `domestic`: delivery within China, the platform's own default. */
export const TRADE_TERMS = [
  'domestic',
  'EXW',
  'FCA',
  'FAS',
  'FOB',
  'CFR',
  'CIF',
  'CPT',
  'CIP',
  'DAP',
  'DPU',
  'DDP',
] as const;
export type TradeTerm = (typeof TRADE_TERMS)[number];
