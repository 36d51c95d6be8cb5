import type {
  AwardInput,
  AwardItem,
  AwardOffer,
  AwardSupplier,
  ScenarioRequest,
} from '../../../shared/domain/awards/types.ts';
import { price, units } from '../comparison/builders.ts';

export function buildAwardItem(itemId: string, overrides: Partial<AwardItem> = {}): AwardItem {
  return {
    itemId,
    lineNo: itemId,
    nameEn: itemId,
    nameZh: '',
    unit: 'pcs',
    need: units(100),
    estimateMinor: null,
    ...overrides,
  };
}

/** One price without MOQ, in major units. */
export function buildOffer(major: number, overrides: Partial<AwardOffer> = {}): AwardOffer {
  return { moq: null, multiple: null, tiers: [{ minQuantity: 0, unitPrice: price(major) }], ...overrides };
}

/** Prices per item in major units; null: not quoted. */
export function buildAwardSupplier(
  supplierId: string,
  prices: readonly (number | null | AwardOffer)[],
  overrides: Partial<AwardSupplier> = {},
): AwardSupplier {
  return {
    supplierId,
    quoteId: `quote-${supplierId}`,
    nameEn: supplierId,
    nameZh: '',
    leadTimeDays: null,
    minimumValueMinor: null,
    currency: 'CNY',
    fixedMinor: 0,
    tax: null,
    rate: { from: 'CNY', to: 'CNY', numerator: '1', denominator: '1' },
    offers: prices.map((one) => (typeof one === 'number' ? buildOffer(one) : one)),
    ...overrides,
  };
}

export function buildAwardInput(
  suppliers: readonly AwardSupplier[],
  items: readonly AwardItem[] = [buildAwardItem('a'), buildAwardItem('b')],
): AwardInput {
  return { currency: 'CNY', basis: 'comparable', items, suppliers, leftOut: [], itemsLeftOut: [], budgetMinor: null };
}

export function buildRequest(overrides: Partial<ScenarioRequest> = {}): ScenarioRequest {
  return { kind: 'split', limits: [{ code: 'wholeLines' }], buyUp: false, incumbentId: null, ...overrides };
}
