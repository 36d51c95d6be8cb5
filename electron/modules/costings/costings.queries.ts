import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Costing, CostingFields } from '../../../shared/contract/costings.ts';
import { AGENT_SCOPES, emptyCosting, FREIGHT_MODES } from '../../../shared/domain/costing/costing.ts';
import { COMPARISON_POINTS } from '../../../shared/domain/incoterms/parts.ts';
import { DISCOUNT_METHODS } from '../../../shared/domain/payments/present-value.ts';
import { COST_MEASURES, COST_PARTS } from '../../../shared/domain/quotes/terms.ts';
import { CONTAINER_TYPES } from '../../../shared/domain/shipping/freight.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { CurrencyCode } from '../../../shared/kernel/money.ts';
import type { CostingsTable, Database } from '../../db/schema.ts';
import { storedWord, storedWordOrNull } from '../../db/stored-words.ts';

/** The assumptions of a project; until some are saved, every figure of them is unset. */
export async function findCosting(
  db: Kysely<Database>,
  project: { readonly id: Id; readonly currency: CurrencyCode },
): Promise<Costing> {
  const [row, bounds] = await Promise.all([
    db.selectFrom('costings').selectAll().where('project_id', '=', project.id).executeTakeFirst(),
    db.selectFrom('cost_bounds').selectAll().where('project_id', '=', project.id).execute(),
  ]);
  if (row === undefined) return { fields: { ...emptyCosting(project.currency), bounds: [] }, revision: null };
  const fields: CostingFields = {
    ...toFields(row),
    bounds: bounds
      .map(({ part, measure, low, high }) => ({
        part: storedWord(COST_PARTS, part),
        measure: storedWord(COST_MEASURES, measure),
        low,
        high,
      }))
      .sort((a, b) => COST_PARTS.indexOf(a.part) - COST_PARTS.indexOf(b.part)),
  };
  return { fields, revision: row.revision };
}

/** The columns behind the fields. */
export function costingColumns(
  fields: CostingFields,
): Omit<Insertable<CostingsTable>, 'id' | 'project_id' | 'revision' | 'created_at' | 'updated_at'> {
  return {
    country: fields.country,
    point: fields.point,
    origin_currency: fields.originCurrency,
    freight_currency: fields.freightCurrency,
    destination_currency: fields.destinationCurrency,
    freight_mode: fields.freightMode,
    freight_per_kg: fields.freightPerKg,
    freight_per_m3: fields.freightPerM3,
    container_type: fields.containerType,
    freight_per_container_minor: fields.freightPerContainerMinor,
    freight_lump_minor: fields.freightLumpMinor,
    freight_percent_bp: fields.freightPercentBp,
    freight_minimum_minor: fields.freightMinimumMinor,
    volumetric_divisor: fields.volumetricDivisor,
    weight_step_g: fields.weightStepG,
    minimum_weight_g: fields.minimumWeightG,
    round_up_to_cm: fields.roundUpToCm ? 1 : 0,
    per_piece: fields.perPiece ? 1 : 0,
    transit_days: fields.transitDays,
    insurance_ppm: fields.insurancePpm,
    duty_rate_bp: fields.dutyRateBp,
    import_vat_rate_bp: fields.importVatRateBp,
    import_vat_recoverable: fields.importVatRecoverable ? 1 : 0,
    agent_scope: fields.agentScope,
    agent_rate_bp: fields.agentRateBp,
    agent_minimum_minor: fields.agentMinimumMinor,
    origin_inland_minor: fields.originInlandMinor,
    export_clearance_minor: fields.exportClearanceMinor,
    origin_terminal_minor: fields.originTerminalMinor,
    destination_terminal_minor: fields.destinationTerminalMinor,
    brokerage_minor: fields.brokerageMinor,
    user_fee_ppm: fields.userFeePpm,
    user_fee_minimum_minor: fields.userFeeMinimumMinor,
    user_fee_maximum_minor: fields.userFeeMaximumMinor,
    on_carriage_minor: fields.onCarriageMinor,
    capital_rate_bp: fields.capitalRateBp,
    discount_method: fields.discountMethod,
  };
}

function toFields(row: Selectable<CostingsTable>): Omit<CostingFields, 'bounds'> {
  return {
    country: row.country,
    point: storedWord(COMPARISON_POINTS, row.point),
    originCurrency: row.origin_currency,
    freightCurrency: row.freight_currency,
    destinationCurrency: row.destination_currency,
    freightMode: storedWordOrNull(FREIGHT_MODES, row.freight_mode),
    freightPerKg: row.freight_per_kg,
    freightPerM3: row.freight_per_m3,
    containerType: storedWordOrNull(CONTAINER_TYPES, row.container_type),
    freightPerContainerMinor: row.freight_per_container_minor,
    freightLumpMinor: row.freight_lump_minor,
    freightPercentBp: row.freight_percent_bp,
    freightMinimumMinor: row.freight_minimum_minor,
    volumetricDivisor: row.volumetric_divisor,
    weightStepG: row.weight_step_g,
    minimumWeightG: row.minimum_weight_g,
    roundUpToCm: row.round_up_to_cm === 1,
    perPiece: row.per_piece === 1,
    transitDays: row.transit_days,
    insurancePpm: row.insurance_ppm,
    dutyRateBp: row.duty_rate_bp,
    importVatRateBp: row.import_vat_rate_bp,
    importVatRecoverable: row.import_vat_recoverable === 1,
    agentScope: storedWord(AGENT_SCOPES, row.agent_scope),
    agentRateBp: row.agent_rate_bp,
    agentMinimumMinor: row.agent_minimum_minor,
    originInlandMinor: row.origin_inland_minor,
    exportClearanceMinor: row.export_clearance_minor,
    originTerminalMinor: row.origin_terminal_minor,
    destinationTerminalMinor: row.destination_terminal_minor,
    brokerageMinor: row.brokerage_minor,
    userFeePpm: row.user_fee_ppm,
    userFeeMinimumMinor: row.user_fee_minimum_minor,
    userFeeMaximumMinor: row.user_fee_maximum_minor,
    onCarriageMinor: row.on_carriage_minor,
    capitalRateBp: row.capital_rate_bp,
    discountMethod: storedWord(DISCOUNT_METHODS, row.discount_method),
  };
}
