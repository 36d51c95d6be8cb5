import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type Band, CAPACITY_FIGURES, type CapacityFigure, capacityBand, responseBand } from './bands.ts';
import { type CertificateState, licenceState } from './certificates.ts';
import {
  CHECK_ITEMS,
  type CheckItem,
  progressOf,
  type StepProgress,
  suggestedState,
  type Verification,
  verificationOf,
} from './checklist.ts';
import type { NameMatch } from './company-name.ts';
import { type Contradiction, contradictionsOf } from './contradictions.ts';
import { type Disqualification, disqualifications, isDisqualified } from './disqualifiers.ts';
import { type CommunicationRisk, communicationRisk } from './flags.ts';
import { type Missing, missingOf } from './missing.ts';
import { type Qualification, qualify } from './qualification.ts';
import { type LatestFigures, latestFigures } from './readings.ts';
import { namesOf, type SupplierFile } from './supplier-file.ts';
import { wholeYears } from './tenure.ts';
import { checkUscc, type UsccCheck } from './uscc.ts';

/** Everything that the rules say of a supplier on one day. */
export interface Assessment {
  readonly asOf: CalendarDate;
  readonly uscc: UsccCheck;
  readonly licence: CertificateState;
  readonly names: NameMatch;
  readonly latest: LatestFigures;
  /** Null where the figure is not known. */
  readonly bands: { readonly [Figure in CapacityFigure | 'responseMinutes']: Band | null };
  /** Whole years of membership; null while its first day is not known. */
  readonly tenureYears: number | null;
  readonly contradictions: readonly Contradiction[];
  readonly communication: CommunicationRisk;
  readonly disqualifications: readonly Disqualification[];
  readonly disqualified: boolean;
  readonly qualification: Qualification;
  readonly verification: Verification;
  readonly progress: readonly StepProgress[];
  readonly suggestions: { readonly [Item in CheckItem]?: 'passed' | 'failed' };
  readonly missing: readonly Missing[];
}

/** Applies every rule to a supplier's file, as of a day. */
export function assess(file: SupplierFile, today: CalendarDate): Assessment {
  const { facts } = file;
  const latest = latestFigures(file.readings);
  const found = disqualifications(file, today);
  const bandOf = (figure: CapacityFigure) => {
    const known = latest[figure];
    return known === null ? null : capacityBand(figure, known.value);
  };
  const [monthlyPieces, productionLines, staff, areaM2] = CAPACITY_FIGURES;
  return {
    asOf: today,
    uscc: checkUscc(facts.uscc),
    licence: licenceState(facts, today),
    names: namesOf(file),
    latest,
    bands: {
      monthlyPieces: bandOf(monthlyPieces),
      productionLines: bandOf(productionLines),
      staff: bandOf(staff),
      areaM2: bandOf(areaM2),
      responseMinutes: latest.responseMinutes === null ? null : responseBand(latest.responseMinutes.value),
    },
    tenureYears: facts.memberSince === null ? null : wholeYears(facts.memberSince, today),
    contradictions: contradictionsOf(file),
    communication: communicationRisk({
      flags: file.flags.map(({ flag }) => flag),
      answers: file.answers,
      communicationCount: file.communicationCount,
    }),
    disqualifications: found,
    disqualified: isDisqualified(found),
    qualification: qualify(file, today),
    verification: verificationOf(file.checks),
    progress: progressOf(file.checks),
    suggestions: Object.fromEntries(
      CHECK_ITEMS.flatMap((item) => {
        const suggested = suggestedState(file, item, today);
        return suggested === null ? [] : [[item, suggested]];
      }),
    ),
    missing: missingOf(file),
  };
}
