import { addDays, type CalendarDate } from '../../kernel/calendar-date.ts';
import { type Verification, verificationOf } from './checklist.ts';
import { disqualifications, isDisqualified } from './disqualifiers.ts';
import { qualify } from './qualification.ts';
import type { SupplierFile } from './supplier-file.ts';
import { anniversary, TENURE_STEPS } from './tenure.ts';

/** What lists sort and filter suppliers by, worked out from the whole file. */
export interface Standing {
  readonly verification: Verification;
  /** Null while there is too little to score by. */
  readonly qualificationHundredths: number | null;
  readonly coverageBp: number;
  readonly disqualified: boolean;
  /** The earliest last day of the licence and the certificates, passed or to come. */
  readonly nextExpiry: CalendarDate | null;
  /** The last day on which all this holds by itself: years of membership and papers run on. Null: for ever. */
  readonly until: CalendarDate | null;
}

export function standingOf(file: SupplierFile, today: CalendarDate): Standing {
  const { state, scoreHundredths, coverageBp } = qualify(file, today);
  return {
    verification: verificationOf(file.checks),
    qualificationHundredths: state === 'scored' ? scoreHundredths : null,
    coverageBp,
    disqualified: isDisqualified(disqualifications(file, today)),
    nextExpiry: earliest(expiries(file)),
    until: earliest([...expiries(file), ...lastDaysOfTenure(file)].filter((day) => day >= today)),
  };
}

function expiries({ facts, certificates }: SupplierFile): CalendarDate[] {
  const days = certificates.map(({ expiresOn }) => expiresOn);
  return [...days, facts.licenceLongTerm ? null : facts.licenceUntil].filter((day) => day !== null);
}

/** The days before membership counts one step more. */
function lastDaysOfTenure({ facts: { memberSince } }: SupplierFile): CalendarDate[] {
  return memberSince === null ? [] : TENURE_STEPS.map((years) => addDays(anniversary(memberSince, years), -1));
}

function earliest(days: readonly CalendarDate[]): CalendarDate | null {
  return days.reduce<CalendarDate | null>((least, day) => (least === null || day < least ? day : least), null);
}
