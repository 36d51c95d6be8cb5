import { QUESTIONS, type Question } from '../domain/suppliers/ask-sheet.ts';
import { fill } from '../texts/fill.ts';
import { type Tongue, WORDS } from './say.ts';

/** What fills the holes of the questions; an empty one is filled with a usual wording. */
export interface AskedFor {
  readonly quantity: string;
  readonly feature: string;
  readonly address: string;
}

/** One of the eight questions, ready to be sent. */
export function questionIn(tongue: Tongue, question: Question, asked: AskedFor): string {
  const { supplier } = WORDS[tongue];
  const usual = supplier.questionDefault;
  return fill(supplier.question[question], {
    quantity: asked.quantity.trim() || usual.quantity,
    feature: asked.feature.trim() || usual.feature,
    address: asked.address.trim() || usual.address,
  });
}

/** All eight, numbered, Chinese first with the English below: what goes into the chat window. */
export function questionsToCopy(asked: AskedFor): string {
  return QUESTIONS.map(
    (question, index) => `${index + 1}. ${questionIn('zh', question, asked)}\n   ${questionIn('en', question, asked)}`,
  ).join('\n');
}
