/** How the cost of capital works over time (DOMAIN 2.5). */
export const DISCOUNT_METHODS = ['compound', 'simple'] as const;
export type DiscountMethod = (typeof DISCOUNT_METHODS)[number];
