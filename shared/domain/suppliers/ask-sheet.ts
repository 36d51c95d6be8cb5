/** The eight questions that every supplier is asked [seed]; wording in both languages below `supplier.question`. */
export const QUESTIONS = [
  'realPhotos',
  'price',
  'moq',
  'customisation',
  'leadTime',
  'quality',
  'shipping',
  'payment',
] as const;
export type Question = (typeof QUESTIONS)[number];

export const ANSWER_STATES = ['answered', 'vague', 'evasive', 'missing'] as const;
export type AnswerState = (typeof ANSWER_STATES)[number];

export interface AskedQuestion {
  readonly question: Question;
  readonly state: AnswerState;
}

/** What an answer is worth, in hundredths of a point [P]: a straight one 100, a vague one 50, evasion and silence 0. */
const ANSWER_SCORES: Readonly<Record<AnswerState, number>> = { answered: 10_000, vague: 5_000, evasive: 0, missing: 0 };

/** The worth of each answer of a sheet, in hundredths of a point; feeds the service score. */
export function answerScores(answers: readonly AskedQuestion[]): readonly number[] {
  return answers.map(({ state }) => ANSWER_SCORES[state]);
}
