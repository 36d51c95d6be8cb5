import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { CAPACITY_FIGURES, capacityBand } from './bands.ts';
import { certificateState, licenceState } from './certificates.ts';
import { latestFigures } from './readings.ts';
import { namesOf, type SupplierFile } from './supplier-file.ts';
import { wholeYears } from './tenure.ts';
import { checkUscc } from './uscc.ts';

/** The three steps of looking into a supplier [seed], and what its qualification rests on (DOMAIN 6). */
export const CHECK_STEPS = ['company', 'guarantee', 'performance', 'qualification'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

export const CHECK_ITEMS = [
  'businessRegistration',
  'contactDetails',
  'memberSince',
  'thirdPartyReport',
  'factoryPhotos',
  'platformGuarantee',
  'deposit',
  'guaranteeScope',
  'reorderRate',
  'onTime',
  'responseRate',
  'qualityScore',
  'serviceScore',
  'reviews',
  'uscc',
  'payeeName',
  'legalPerson',
  'address',
  'certificates',
  'capacity',
  'serviceCapability',
  'credit',
  'samples',
] as const;
export type CheckItem = (typeof CHECK_ITEMS)[number];

export const CHECKS_OF_STEP: Readonly<Record<CheckStep, readonly CheckItem[]>> = {
  company: ['businessRegistration', 'contactDetails', 'memberSince', 'thirdPartyReport', 'factoryPhotos'],
  guarantee: ['platformGuarantee', 'deposit', 'guaranteeScope'],
  performance: ['reorderRate', 'onTime', 'responseRate', 'qualityScore', 'serviceScore', 'reviews'],
  qualification: [
    'uscc',
    'payeeName',
    'legalPerson',
    'address',
    'certificates',
    'capacity',
    'serviceCapability',
    'credit',
    'samples',
  ],
};

export const CHECK_STATES = ['open', 'passed', 'failed', 'waived'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export const VERIFICATIONS = ['open', 'inProgress', 'verified', 'failed'] as const;
export type Verification = (typeof VERIFICATIONS)[number];

/** 保证金 that the platform usually asks for, in fen [seed: 3,000 CNY]. */
export const USUAL_DEPOSIT_MINOR = 300_000;
/** Membership that speaks for a supplier [seed: 3 to 5 years and more]. */
const PROVEN_YEARS = 3;

type Checks = SupplierFile['checks'];

/** What was decided of a check; open where nobody has decided. */
export function checkState(checks: Checks, item: CheckItem): CheckState {
  return checks.find((check) => check.item === item)?.state ?? 'open';
}

/** Verified when every check is passed or waived; failed when any has failed; open while none is decided. */
export function verificationOf(checks: Checks): Verification {
  const states = CHECK_ITEMS.map((item) => checkState(checks, item));
  if (states.includes('failed')) return 'failed';
  if (states.every((state) => state === 'open')) return 'open';
  return states.includes('open') ? 'inProgress' : 'verified';
}

export interface StepProgress {
  readonly step: CheckStep;
  readonly total: number;
  /** Passed or waived. */
  readonly done: number;
  readonly failed: number;
}

export function progressOf(checks: Checks): StepProgress[] {
  return CHECK_STEPS.map((step) => {
    const states = CHECKS_OF_STEP[step].map((item) => checkState(checks, item));
    return {
      step,
      total: states.length,
      done: states.filter((state) => state === 'passed' || state === 'waived').length,
      failed: states.filter((state) => state === 'failed').length,
    };
  });
}

/**
 * What the profile itself says of a check: passed, failed, or null where it says nothing and somebody has to look. Only a suggestion:
 * a check is decided by a person.
 */
export function suggestedState(file: SupplierFile, item: CheckItem, today: CalendarDate): 'passed' | 'failed' | null {
  const { facts } = file;
  switch (item) {
    case 'uscc': {
      const { state } = checkUscc(facts.uscc);
      return state === 'missing' ? null : state === 'valid' ? 'passed' : 'failed';
    }
    case 'payeeName': {
      const { state } = namesOf(file);
      return state === 'unknown' ? null : state === 'matches' ? 'passed' : 'failed';
    }
    case 'businessRegistration':
      return licenceState(facts, today) === 'expired' ? 'failed' : null;
    case 'memberSince':
      return ofYears(facts.memberSince === null ? null : wholeYears(facts.memberSince, today));
    case 'deposit':
      return facts.depositMinor === null ? null : facts.depositMinor >= USUAL_DEPOSIT_MINOR ? 'passed' : 'failed';
    case 'certificates':
      return ofCertificates(file, today);
    case 'capacity':
      return ofCapacity(file);
    case 'credit':
      return ofCredit(facts.creditGrade);
    default:
      return null;
  }
}

function ofYears(years: number | null): 'passed' | 'failed' | null {
  if (years === null) return null;
  if (years < 1) return 'failed';
  return years >= PROVEN_YEARS ? 'passed' : null;
}

function ofCertificates({ certificates }: SupplierFile, today: CalendarDate): 'passed' | 'failed' | null {
  const states = certificates.map(({ expiresOn }) => certificateState(expiresOn, today));
  if (states.includes('expired')) return 'failed';
  return states.length > 0 && !states.includes('unverified') ? 'passed' : null;
}

function ofCapacity({ readings }: SupplierFile): 'passed' | null {
  const latest = latestFigures(readings);
  const isKnownAndEnough = CAPACITY_FIGURES.every((figure) => {
    const known = latest[figure];
    return known !== null && capacityBand(figure, known.value) !== 'below';
  });
  return isKnownAndEnough ? 'passed' : null;
}

function ofCredit(grade: SupplierFile['facts']['creditGrade']): 'passed' | 'failed' | null {
  if (grade === null || grade === 'B') return null;
  return grade === 'C' ? 'failed' : 'passed';
}
