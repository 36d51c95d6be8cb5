import type { AskedQuestion } from './ask-sheet.ts';

/** What warns in talking to a supplier [seed]. */
export const COMMUNICATION_FLAGS = [
  'avoidsQuestions',
  'pressure',
  'noRealPhotos',
  'vague',
  'offPlatform',
  'tooGood',
] as const;
export type CommunicationFlag = (typeof COMMUNICATION_FLAGS)[number];

/** What was found out and disqualifies at once [seed], beside what the profile shows by itself. */
export const FINDING_FLAGS = [
  'unbelievablePrice',
  'stolenPhotos',
  'falseCompanyData',
  'negativeReviews',
  'refusesSamples',
] as const;
export type FindingFlag = (typeof FINDING_FLAGS)[number];

export const SUPPLIER_FLAGS = [...COMMUNICATION_FLAGS, ...FINDING_FLAGS] as const;
export type SupplierFlag = CommunicationFlag | FindingFlag;

export type CommunicationLevel = 'noData' | 'none' | 'amber' | 'high';

export interface CommunicationRisk {
  readonly level: CommunicationLevel;
  /** Noted by hand. */
  readonly noted: readonly CommunicationFlag[];
  /** Read from the answers of an ask sheet. */
  readonly fromAnswers: readonly CommunicationFlag[];
}

/** So many vague answers make the supplier vague [P]; one evasion is one too many. */
const VAGUE_ANSWERS = 2;

/**
 * How talking to the supplier went (DOMAIN 6): one flag is amber, two or more are high; payment outside the platform disqualifies
 * besides. Without a recorded question, conversation or flag there is no data, which is not "no risk" (DOMAIN 10).
 */
export function communicationRisk(input: {
  readonly flags: readonly SupplierFlag[];
  readonly answers: readonly AskedQuestion[];
  readonly communicationCount: number;
}): CommunicationRisk {
  const noted = COMMUNICATION_FLAGS.filter((flag) => input.flags.includes(flag));
  const fromAnswers = flagsOfAnswers(input.answers);
  const count = new Set([...noted, ...fromAnswers]).size;
  if (count > 0) return { level: count === 1 ? 'amber' : 'high', noted, fromAnswers };
  const isSilent = input.answers.length === 0 && input.communicationCount === 0;
  return { level: isSilent ? 'noData' : 'none', noted, fromAnswers };
}

function flagsOfAnswers(answers: readonly AskedQuestion[]): CommunicationFlag[] {
  const evasive = answers.filter(({ state }) => state === 'evasive');
  const flags: CommunicationFlag[] = [];
  if (evasive.some(({ question }) => question !== 'realPhotos')) flags.push('avoidsQuestions');
  if (evasive.some(({ question }) => question === 'realPhotos')) flags.push('noRealPhotos');
  if (answers.filter(({ state }) => state === 'vague').length >= VAGUE_ANSWERS) flags.push('vague');
  return flags;
}
