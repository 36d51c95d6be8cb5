import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { FINDING_FLAGS } from './flags.ts';
import type { SupplierFile } from './supplier-file.ts';
import { wholeYears } from './tenure.ts';

/** What disqualifies a supplier at once (DOMAIN 6); the first three are read from its profile, the others noted by hand. */
export const DISQUALIFIERS = ['noBadge', 'newMember', 'creditC', ...FINDING_FLAGS, 'offPlatform'] as const;
export type Disqualifier = (typeof DISQUALIFIERS)[number];

export interface Disqualification {
  readonly disqualifier: Disqualifier;
  /** The day it was noted; null for what the profile shows by itself. */
  readonly notedOn: CalendarDate | null;
  readonly evidence: string;
  /** Who lets the supplier through all the same, and why. */
  readonly override: { readonly reason: string; readonly author: string; readonly decidedOn: CalendarDate } | null;
}

/** Everything that disqualifies the supplier on a day, in the order of the list, with what was decided about it. */
export function disqualifications(file: SupplierFile, today: CalendarDate): Disqualification[] {
  const { facts, flags, overrides } = file;
  const years = facts.memberSince === null ? null : wholeYears(facts.memberSince, today);
  const shown: Partial<Record<Disqualifier, boolean>> = {
    noBadge: facts.tier === 'none',
    newMember: facts.tier !== 'none' && years !== null && years < 1,
    creditC: facts.creditGrade === 'C',
  };
  return DISQUALIFIERS.flatMap((disqualifier) => {
    const noted = [...flags]
      .filter(({ flag }) => flag === disqualifier)
      .sort((a, b) => (a.notedOn < b.notedOn ? -1 : a.notedOn > b.notedOn ? 1 : a.evidence < b.evidence ? -1 : 1))[0];
    if (noted === undefined && shown[disqualifier] !== true) return [];
    const override = overrides.find((one) => one.disqualifier === disqualifier);
    return [
      {
        disqualifier,
        notedOn: noted?.notedOn ?? null,
        evidence: noted?.evidence ?? '',
        override:
          override === undefined
            ? null
            : { reason: override.reason, author: override.author, decidedOn: override.decidedOn },
      },
    ];
  });
}

/** True while anything disqualifies and nobody has let it pass. */
export function isDisqualified(found: readonly Disqualification[]): boolean {
  return found.some(({ override }) => override === null);
}
