import type { SampleCosting } from '../../../../resources/sample/types.ts';
import { emptyCosting } from '../../../../shared/domain/costing/costing.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { type CurrencyCode, moneyOf } from '../../../../shared/kernel/money.ts';
import { parseUnitPrice } from '../../../../shared/kernel/quantity.ts';
import type { ActionScope } from '../../../core/action.ts';
import { costingColumns } from '../../costings/costings.queries.ts';

/** The assumptions of a sample project. */
export async function fillCosting(
  { trx, newId, now }: ActionScope,
  sample: SampleCosting,
  projectId: Id,
  currency: CurrencyCode,
): Promise<void> {
  const origin = (amount: string) => moneyOf(amount, sample.originCurrency).minor;
  const destination = (amount: string) => moneyOf(amount, sample.destinationCurrency).minor;
  const fields = {
    ...emptyCosting(currency),
    country: sample.country,
    originCurrency: sample.originCurrency,
    freightCurrency: sample.freightCurrency,
    destinationCurrency: sample.destinationCurrency,
    freightMode: sample.freightMode,
    freightPerKg: priceOf(sample.freightPerKg),
    freightPerM3: priceOf(sample.freightPerM3),
    transitDays: sample.transitDays,
    insurancePpm: sample.insurancePpm,
    dutyRateBp: sample.dutyRateBp,
    importVatRateBp: sample.importVatRateBp,
    importVatRecoverable: sample.importVatRecoverable,
    agentRateBp: sample.agentRateBp,
    agentScope: sample.agentScope,
    originInlandMinor: origin(sample.originInland),
    exportClearanceMinor: origin(sample.exportClearance),
    originTerminalMinor: origin(sample.originTerminal),
    destinationTerminalMinor: destination(sample.destinationTerminal),
    brokerageMinor: destination(sample.brokerage),
    onCarriageMinor: destination(sample.onCarriage),
    userFeePpm: sample.userFeePpm ?? null,
    capitalRateBp: sample.capitalRateBp,
    bounds: [],
  };
  await trx
    .insertInto('costings')
    .values({ id: newId(), project_id: projectId, ...costingColumns(fields), created_at: now, updated_at: now })
    .execute();
}

function priceOf(text: string | undefined): number | null {
  return text === undefined ? null : parseUnitPrice(text);
}
