import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Evaluation } from '../domain/evaluation/types.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, basisPoints, id, name, revision, scoreHundredths, text } from './common.ts';
import { comparisonQuery } from './comparisons.ts';

export const criterionFields = z.object({
  nameEn: name,
  nameZh: name,
  /** `price`: scored from the comparable total; `manual`: scored by the buyer with a reason. */
  kind: z.enum(['price', 'manual']),
  weightBp: basisPoints,
  /** A supplier scoring below this is out; null: no knock-out. */
  knockoutMinimumHundredths: scoreHundredths.nullable(),
});
export const criterion = criterionFields.extend({ id, revision });
export type CriterionFields = z.infer<typeof criterionFields>;
export type Criterion = z.infer<typeof criterion>;

export const score = z.object({ criterionId: id, supplierId: id, scoreHundredths, reason: text, revision });
export type Score = z.infer<typeof score>;

export const evaluations = {
  get: base.input(comparisonQuery).output(type<{ criteria: Criterion[]; scores: Score[]; evaluation: Evaluation }>()),
  /** How one supplier's score came about; criteria stand in it by their ids. */
  trace: base.input(comparisonQuery.extend({ supplierId: id })).output(type<Trace>()),
  /**
   * The whole set at once: the weights must sum to 100 %. One in `removed` goes with its scores; a stored one named in neither
   * list was added by somebody meanwhile, so the write is stale.
   */
  saveCriteria: base
    .input(
      z.object({
        projectId: id,
        criteria: z.array(criterionFields.extend({ id: id.nullable(), revision: revision.nullable() })).max(50),
        removed: z.array(z.object({ id, revision })).max(50).default([]),
      }),
    )
    .output(z.array(criterion)),
  /** Scores entered at once; a null score takes it back. */
  saveScores: base
    .input(
      z.object({
        projectId: id,
        scores: z
          .array(
            z.object({
              criterionId: id,
              supplierId: id,
              scoreHundredths: scoreHundredths.nullable(),
              reason: text,
              revision: revision.nullable(),
            }),
          )
          .max(5_000),
      }),
    )
    .output(z.array(score)),
};
