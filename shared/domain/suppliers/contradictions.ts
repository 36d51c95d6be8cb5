import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import { companyKey } from './company-name.ts';
import { latestFigures, type Reading } from './readings.ts';
import type { SupplierFile } from './supplier-file.ts';
import { checkUscc } from './uscc.ts';

export const CONTRADICTIONS = [
  'staffPerLine',
  'piecesPerArea',
  'capacityJump',
  'factoryScope',
  'sourceFactoryArea',
  'memberBeforeLicence',
  'certificateBeforeLicence',
  'certificateHolder',
  'codeProvince',
  'answersNever',
] as const;
export type ContradictionRule = (typeof CONTRADICTIONS)[number];

/** Two statements that do not go together; `evidence` fills the holes of the rule's sentence. */
export interface Contradiction {
  readonly rule: ContradictionRule;
  readonly evidence: Readonly<Record<string, string | number>>;
}

/** Fewer people than this cannot run a line [P]. */
export const LEAST_STAFF_PER_LINE = 4;
/** More pieces a month than this do not come off a square metre, even of small goods [P]. */
export const MOST_PIECES_PER_M2 = 400;
/** Capacity that has doubled within so many days wants explaining [P]. */
const JUMP_DAYS = 120;
/** A source factory has more than this [seed]. */
const SOURCE_FACTORY_M2 = 1_000;
/** Answers that come within the hour, of half the questions or fewer [P], in hundredths. */
const FEW_ANSWERS = 5_000;

/** What in the profile cannot all be true, each with the figures or names it rests on. What is not known contradicts nothing. */
export function contradictionsOf(file: SupplierFile): Contradiction[] {
  return [...ofCapacity(file), ...ofLicence(file), ...ofCertificates(file), ...ofAnswering(file)];
}

function ofCapacity({ facts, readings }: SupplierFile): Contradiction[] {
  const { productionLines, staff, areaM2, monthlyPieces } = latestFigures(readings);
  const found: Contradiction[] = [];
  if (productionLines !== null && staff !== null && staff.value < productionLines.value * LEAST_STAFF_PER_LINE) {
    found.push({ rule: 'staffPerLine', evidence: { lines: productionLines.value, staff: staff.value } });
  }
  if (areaM2 !== null && monthlyPieces !== null && monthlyPieces.value > areaM2.value * MOST_PIECES_PER_M2) {
    found.push({ rule: 'piecesPerArea', evidence: { pieces: monthlyPieces.value, area: areaM2.value } });
  }
  if (facts.tier === 'sourceFactory' && areaM2 !== null && areaM2.value <= SOURCE_FACTORY_M2) {
    found.push({ rule: 'sourceFactoryArea', evidence: { area: areaM2.value } });
  }
  const jump = capacityJump(readings);
  return jump === null ? found : [...found, jump];
}

function capacityJump(readings: readonly Reading[]): Contradiction | null {
  const known = readings
    .flatMap(({ takenOn, monthlyPieces }) => (monthlyPieces === null ? [] : [{ takenOn, pieces: monthlyPieces }]))
    .sort((a, b) => (a.takenOn < b.takenOn ? -1 : a.takenOn > b.takenOn ? 1 : a.pieces - b.pieces));
  const pairs = known.slice(1).map((after, index) => ({ before: known[index] ?? after, after }));
  const jump = pairs.findLast(
    ({ before, after }) =>
      before.pieces > 0 && after.pieces >= before.pieces * 2 && daysBetween(before.takenOn, after.takenOn) <= JUMP_DAYS,
  );
  if (jump === undefined) return null;
  const { before, after } = jump;
  return {
    rule: 'capacityJump',
    evidence: { before: before.pieces, after: after.pieces, from: before.takenOn, to: after.takenOn },
  };
}

/** Words of making in a business scope (经营范围). */
const MAKING = /生产|制造|加工|制作|manufactur|produc|process/i;

function ofLicence({ facts }: SupplierFile): Contradiction[] {
  const found: Contradiction[] = [];
  const saysFactory =
    facts.businessKind === 'factory' || facts.tier === 'sourceFactory' || facts.badges.includes('factory');
  if (saysFactory && facts.businessScope.trim() !== '' && !MAKING.test(facts.businessScope)) {
    found.push({ rule: 'factoryScope', evidence: { scope: shortened(facts.businessScope) } });
  }
  const { memberSince, establishedOn } = facts;
  if (memberSince !== null && establishedOn !== null && memberSince < establishedOn) {
    found.push({ rule: 'memberBeforeLicence', evidence: { member: memberSince, established: establishedOn } });
  }
  const code = checkUscc(facts.uscc);
  if (code.state === 'valid' && code.province !== null && facts.province !== '' && code.province !== facts.province) {
    found.push({ rule: 'codeProvince', evidence: { registered: code.province, stated: facts.province } });
  }
  return found;
}

function ofCertificates({ facts, certificates }: SupplierFile): Contradiction[] {
  const own = companyKey(facts.licenceName);
  return certificates.flatMap(({ kind, holder, issuedOn }): Contradiction[] => {
    const found: Contradiction[] = [];
    if (isBefore(issuedOn, facts.establishedOn)) {
      found.push({
        rule: 'certificateBeforeLicence',
        evidence: { kind, issued: issuedOn ?? '', established: facts.establishedOn ?? '' },
      });
    }
    if (own !== '' && companyKey(holder) !== '' && companyKey(holder) !== own) {
      found.push({ rule: 'certificateHolder', evidence: { kind, holder, licence: facts.licenceName } });
    }
    return found;
  });
}

function ofAnswering({ readings }: SupplierFile): Contradiction[] {
  const { responseMinutes, responseHundredths } = latestFigures(readings);
  if (responseMinutes === null || responseHundredths === null) return [];
  if (responseMinutes.value >= 60 || responseHundredths.value > FEW_ANSWERS) return [];
  return [
    {
      rule: 'answersNever',
      evidence: { minutes: responseMinutes.value, rate: responseHundredths.value / 100 },
    },
  ];
}

function isBefore(day: CalendarDate | null, other: CalendarDate | null): boolean {
  return day !== null && other !== null && day < other;
}

/** Enough of a long text to recognise it by. */
function shortened(text: string): string {
  const letters = [...text.trim().replaceAll(/\s+/g, ' ')];
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('');
}
