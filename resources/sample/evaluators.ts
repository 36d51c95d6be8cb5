import type { SampleEvaluator } from './types.ts';

/** The buyer who scores in every sample project. */
export const EVALUATOR_OF_ALL: Omit<SampleEvaluator, 'scores'> = {
  name: 'Anna Brandt',
  role: 'Buyer 采购',
  isBlind: false,
};
