import { CHECK_ITEMS, type CheckItem, checkState } from './checklist.ts';
import { latestFigures, METRICS, type Metric } from './readings.ts';
import type { SupplierFile } from './supplier-file.ts';

/** Facts that a verified supplier has. */
export const WANTED_FACTS = [
  'licenceName',
  'uscc',
  'legalPerson',
  'businessScope',
  'establishedOn',
  'licenceUntil',
  'licenceAddress',
  'contractName',
  'invoiceName',
  'tier',
  'memberSince',
  'creditGrade',
  'depositMinor',
  'province',
  'sampleScoreHundredths',
] as const;
export type WantedFact = (typeof WANTED_FACTS)[number];

export const WANTED_RECORDS = ['contacts', 'payees', 'certificates', 'askSheet'] as const;
export type WantedRecord = (typeof WANTED_RECORDS)[number];

export type Missing =
  | { readonly kind: 'fact'; readonly fact: WantedFact }
  | { readonly kind: 'record'; readonly record: WantedRecord }
  | { readonly kind: 'metric'; readonly metric: Metric }
  | { readonly kind: 'check'; readonly item: CheckItem };

/** Everything that is still to be found out before the supplier is verified, in one list. */
export function missingOf(file: SupplierFile): Missing[] {
  const { facts } = file;
  const latest = latestFigures(file.readings);
  const records: Readonly<Record<WantedRecord, number>> = {
    contacts: file.contactCount,
    payees: file.payees.length,
    certificates: file.certificates.length,
    askSheet: file.answers.length,
  };
  const isUnknown = (fact: WantedFact) =>
    fact === 'licenceUntil' ? facts.licenceUntil === null && !facts.licenceLongTerm : isEmpty(facts[fact]);
  return [
    ...WANTED_FACTS.filter(isUnknown).map((fact): Missing => ({ kind: 'fact', fact })),
    ...WANTED_RECORDS.filter((record) => records[record] === 0).map((record): Missing => ({ kind: 'record', record })),
    ...METRICS.filter((metric) => latest[metric] === null).map((metric): Missing => ({ kind: 'metric', metric })),
    ...CHECK_ITEMS.filter((item) => checkState(file.checks, item) === 'open').map(
      (item): Missing => ({ kind: 'check', item }),
    ),
  ];
}

function isEmpty(value: string | number | null): boolean {
  return value === null || value === '';
}
