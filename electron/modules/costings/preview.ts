import type { Kysely } from 'kysely';
import type { CostingFields, CostingPreview } from '../../../shared/contract/costings.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import { boundsIn } from '../../../shared/domain/comparison/ledger.ts';
import { needOf, type QuoteTotal, quoteTotal, taxTermsOf } from '../../../shared/domain/comparison/quote-total.ts';
import { scopeOf } from '../../../shared/domain/comparison/scope.ts';
import type { ComparisonInput, ComparisonOptions } from '../../../shared/domain/comparison/types.ts';
import { findRate, indexRates } from '../../../shared/domain/exchange-rates/exchange-rates.ts';
import { landedCost, notComputable } from '../../../shared/domain/landed-cost/landed-cost.ts';
import { landedInputOf, milestonesOf } from '../../../shared/domain/landed-cost/of-quote.ts';
import { traceLandedCost } from '../../../shared/domain/landed-cost/trace.ts';
import type { LandedLine } from '../../../shared/domain/landed-cost/types.ts';
import { type CartonData, cartonOf } from '../../../shared/domain/shipping/cartons.ts';
import { comparableAmount } from '../../../shared/domain/tax/tax.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Database } from '../../db/schema.ts';

/** What the costs of a line hang on beside its price. */
export interface ItemCosting extends CartonData {
  readonly dutyRateBp: number | null;
  readonly additionalDutyBp: number | null;
  readonly specificDuty: number | null;
}

/** Duty and cartons of a project's items, by item. */
export async function itemCostings(db: Kysely<Database>, projectId: Id): Promise<ReadonlyMap<Id, ItemCosting>> {
  const rows = await db
    .selectFrom('items')
    .where('project_id', '=', projectId)
    .where('deleted_at', 'is', null)
    .select([
      'id',
      'duty_rate_bp as dutyRateBp',
      'additional_duty_bp as additionalDutyBp',
      'specific_duty as specificDuty',
      'carton_quantity as cartonQuantity',
      'carton_length_mm as cartonLengthMm',
      'carton_width_mm as cartonWidthMm',
      'carton_height_mm as cartonHeightMm',
      'carton_weight_g as cartonWeightG',
    ])
    .execute();
  return new Map(rows.map(({ id, ...own }) => [id, own]));
}

/** Cartons a quote itself states, by item. */
export async function quotedCartons(db: Kysely<Database>, quoteId: Id): Promise<ReadonlyMap<Id, CartonData>> {
  const rows = await db
    .selectFrom('quote_lines')
    .where('quote_id', '=', quoteId)
    .select([
      'item_id',
      'carton_quantity as cartonQuantity',
      'carton_length_mm as cartonLengthMm',
      'carton_width_mm as cartonWidthMm',
      'carton_height_mm as cartonHeightMm',
      'carton_weight_g as cartonWeightG',
    ])
    .execute();
  return new Map(rows.map(({ item_id, ...own }) => [item_id, own]));
}

export interface PreviewInput {
  readonly project: Project;
  readonly comparison: ComparisonInput;
  readonly options: ComparisonOptions;
  readonly costing: CostingFields;
  readonly items: ReadonlyMap<Id, ItemCosting>;
  readonly cartons: ReadonlyMap<Id, CartonData>;
  readonly quoteId: Id;
}

/** The landed cost of one quote with payment timing, as far as its assumptions carry it. Null when the quote is not part of the comparison. */
export function previewCosting(input: PreviewInput): CostingPreview | null {
  const { comparison, options, costing, project } = input;
  const quote = comparison.quotes.find(({ id }) => id === input.quoteId);
  if (quote === undefined) return null;
  const rates = indexRates(comparison.rates);
  const bounds = boundsIn(costing.bounds, project.currency, rates, options);
  const scope = scopeOf(comparison.quotes, rates, bounds, options);
  const needs = comparison.items.map((item) => needOf(item, options.quantityPercent));
  const total = quoteTotal(quote, { items: comparison.items, needs, scope, rates, bounds, options });
  const landed = landedInputOf(
    {
      currency: quote.currency,
      term: quote.incoterm,
      goodsMinor: total.goodsMinor,
      ledger: total.ledger,
      lines: landedLines(total, input),
      level: (minor) => {
        if (scope.taxUnstated) return minor;
        const amount = comparableAmount(minor, taxTermsOf(quote, total.low.surchargeBp, options));
        return amount.state === 'computed' ? amount.amount : null;
      },
    },
    options.currency,
    costing,
    (from) => {
      const rate = findRate(rates, from, options.currency, options.asOf);
      return rate.state === 'found' ? rate : null;
    },
    { milestones: milestonesOf(quote.payments, quote.paymentTerms), leadTimeDays: quote.leadTimeDays },
  );
  const cost = landed === null ? notComputable({ costing }, [{ code: 'taxBasis' }]) : landedCost(landed);
  return {
    quoteId: quote.id,
    supplierNameEn: quote.supplierNameEn,
    supplierNameZh: quote.supplierNameZh,
    currency: options.currency,
    cost,
    lines: comparison.items.map((item, index) => ({
      itemId: item.id,
      nameEn: item.nameEn,
      nameZh: item.nameZh,
      unit: item.unit,
      quantity: landed?.lines[index]?.quantity ?? null,
    })),
    trace: traceLandedCost(landed, options.currency, cost),
  };
}

function landedLines(total: QuoteTotal, { comparison, items, cartons }: PreviewInput): (LandedLine | null)[] {
  return total.lines.map(({ order, totalMinor }, index) => {
    const itemId = comparison.items[index]?.id ?? '';
    if (order?.state !== 'orderable' || totalMinor === null) return null;
    const own = items.get(itemId) ?? null;
    return {
      goodsMinor: totalMinor,
      quantity: order.orderQuantity,
      carton: cartonOf(cartons.get(itemId) ?? null, own),
      dutyRateBp: own?.dutyRateBp ?? null,
      additionalDutyBp: own?.additionalDutyBp ?? 0,
      specificDuty: own?.specificDuty ?? 0,
    };
  });
}
