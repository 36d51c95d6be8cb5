import type { RuleVersion } from './award.ts';
import { AWARD_RULE_VERSION } from './types.ts';

/** The rules a decision rests on, by the names of their explanations, each with the version in force. */
export const RULE_VERSIONS: readonly RuleVersion[] = [
  { rule: 'orderQuantity', version: 1 },
  { rule: 'priceTier', version: 1 },
  { rule: 'goodsTotal', version: 1 },
  { rule: 'comparableAmount', version: 1 },
  { rule: 'conversion', version: 1 },
  { rule: 'shareOfTotal', version: 1 },
  { rule: 'weightedScore', version: 1 },
  { rule: 'priceScore', version: 1 },
  { rule: 'referencePrice', version: 1 },
  { rule: 'belowMarket', version: 1 },
  { rule: 'awardScenario', version: AWARD_RULE_VERSION },
];
