/** The closed lists of what a quote states (PRODUCT M3). Stored as these words; each has a text below `quote.*`. */

/** Whether prices contain VAT. `none`: no VAT applies; `unknown`: the supplier has not said (never assumed, DOMAIN 2.1). */
export const TAX_BASES = ['included', 'excluded', 'none', 'unknown'] as const;
export type TaxBasis = (typeof TAX_BASES)[number];

/** Cost parts beside the goods themselves, from the supplier's door to the buyer's. */
export const COST_PARTS = [
  'domesticFreight',
  'packaging',
  'tooling',
  'labelling',
  'inspection',
  'sample',
  'vatInvoice',
  'agentFee',
  'forwarder',
  'mainCarriage',
  'insurance',
  'duty',
  'importVat',
  'onCarriage',
] as const;
export type CostPart = (typeof COST_PARTS)[number];

/** Of these, what a supplier charges beside the goods: where some state one and others do not, the silent ones are unknown. */
export const SUPPLIER_CHARGES: readonly CostPart[] = [
  'domesticFreight',
  'packaging',
  'tooling',
  'labelling',
  'inspection',
];

/** `included` in the price, `extra` with an amount, or `unknown` until the supplier answers. */
export const COST_BASES = ['included', 'extra', 'unknown'] as const;
export type CostBasis = (typeof COST_BASES)[number];

/**
 * What a cost is stated for: the whole `order` (minor units of the quote's currency), one `unit` ordered (millionths of its
 * major unit), or as a `rate` of the goods (hundredths of a percent).
 */
export const COST_MEASURES = ['order', 'unit', 'rate'] as const;
export type CostMeasure = (typeof COST_MEASURES)[number];

/** Where a quote comes from. Listing prices of the two platforms lie 20 to 50 % apart and never share a statistic (DOMAIN 4). */
export const QUOTE_CHANNELS = ['1688', 'alibaba', 'direct', 'other'] as const;
export type QuoteChannel = (typeof QUOTE_CHANNELS)[number];

/** What a payment milestone hangs on (DOMAIN 7). `delivered` is receipt at the buyer's door. */
export const PAYMENT_ANCHORS = [
  'orderConfirmed',
  'productionDone',
  'beforeShipment',
  'shipped',
  'delivered',
  'inspectionPassed',
  'invoice',
] as const;
export type PaymentAnchor = (typeof PAYMENT_ANCHORS)[number];

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
