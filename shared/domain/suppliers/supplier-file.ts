import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { AskedQuestion } from './ask-sheet.ts';
import type { CheckItem, CheckState } from './checklist.ts';
import { matchNames, type NameMatch } from './company-name.ts';
import type { Disqualifier } from './disqualifiers.ts';
import type { SupplierFlag } from './flags.ts';
import type { Reading } from './readings.ts';
import type { Badge, BusinessKind, CertificateKind, CreditGrade, PayeeKind, SpokenLanguage, Tier } from './words.ts';

/** What is stated once of a supplier; unknown is null or empty. */
export interface SupplierFacts {
  /** Code of the province, or empty. */
  readonly province: string;
  readonly businessKind: BusinessKind | null;
  readonly tier: Tier | null;
  readonly memberSince: CalendarDate | null;
  readonly badges: readonly Badge[];
  readonly languages: readonly SpokenLanguage[];
  readonly creditGrade: CreditGrade | null;
  /** Deposited with the platform, in fen. */
  readonly depositMinor: number | null;
  readonly licenceName: string;
  readonly uscc: string;
  readonly legalPerson: string;
  readonly businessScope: string;
  readonly establishedOn: CalendarDate | null;
  readonly licenceUntil: CalendarDate | null;
  readonly licenceLongTerm: boolean;
  readonly licenceAddress: string;
  readonly contractName: string;
  readonly invoiceName: string;
  /** How its sample was judged, in hundredths of a point. */
  readonly sampleScoreHundredths: number | null;
}

/** Nothing is stated. */
export const NO_FACTS: SupplierFacts = {
  province: '',
  businessKind: null,
  tier: null,
  memberSince: null,
  badges: [],
  languages: [],
  creditGrade: null,
  depositMinor: null,
  licenceName: '',
  uscc: '',
  legalPerson: '',
  businessScope: '',
  establishedOn: null,
  licenceUntil: null,
  licenceLongTerm: false,
  licenceAddress: '',
  contractName: '',
  invoiceName: '',
  sampleScoreHundredths: null,
};

export interface SupplierFile {
  readonly facts: SupplierFacts;
  readonly contactCount: number;
  readonly payees: readonly { readonly kind: PayeeKind; readonly holder: string }[];
  readonly certificates: readonly {
    readonly kind: CertificateKind;
    readonly holder: string;
    readonly issuedOn: CalendarDate | null;
    readonly expiresOn: CalendarDate | null;
  }[];
  readonly readings: readonly Reading[];
  readonly checks: readonly { readonly item: CheckItem; readonly state: CheckState }[];
  readonly flags: readonly { readonly flag: SupplierFlag; readonly notedOn: CalendarDate; readonly evidence: string }[];
  readonly overrides: readonly {
    readonly disqualifier: Disqualifier;
    readonly reason: string;
    readonly author: string;
    readonly decidedOn: CalendarDate;
  }[];
  /** Of the newest ask sheet. */
  readonly answers: readonly AskedQuestion[];
  readonly communicationCount: number;
}

/** The names that have to agree, as the file has them. */
export function namesOf({ facts, payees }: SupplierFile): NameMatch {
  return matchNames(facts.licenceName, [
    ...payees.map(({ kind, holder }) => ({ role: 'payee' as const, name: holder, isPersonal: kind === 'personal' })),
    { role: 'contract', name: facts.contractName },
    { role: 'invoice', name: facts.invoiceName },
  ]);
}
