import type { ComparedQuote, QuoteState } from '../comparison/types.ts';
import type { EvaluatedSupplier } from '../evaluation/types.ts';
import type { EvaluationReport } from './types.ts';

/** A quote without a place, by total or by score, and where it stands instead. */
export interface LeftOut {
  readonly compared: ComparedQuote;
  /** Its place in `comparison.quotes`. */
  readonly index: number;
  readonly state: Exclude<QuoteState, 'ranked'> | 'knockedOut' | 'unscored';
  /** Its standing by score, when that is what leaves it out or adds to it. */
  readonly evaluated: EvaluatedSupplier | null;
}

/** Every quote that is not ranked by total, or is ranked by total but not by score; in the order of the quotes. */
export function leftOutOf({ comparison, evaluation }: Pick<EvaluationReport, 'comparison' | 'evaluation'>): LeftOut[] {
  const suppliers = evaluation.state === 'evaluated' ? evaluation.suppliers : [];
  const bySupplier = new Map(suppliers.map((one) => [one.supplierId, one]));
  return comparison.quotes.flatMap((compared, index): LeftOut[] => {
    const standing = bySupplier.get(compared.quote.supplierId) ?? null;
    const evaluated = standing === null || standing.state === 'ranked' ? null : standing;
    if (evaluated?.state === 'knockedOut') return [{ compared, index, state: 'knockedOut', evaluated }];
    if (compared.state !== 'ranked') return [{ compared, index, state: compared.state, evaluated: null }];
    return evaluated === null ? [] : [{ compared, index, state: 'unscored', evaluated }];
  });
}
