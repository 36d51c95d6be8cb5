import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Assessment } from '../domain/evaluation/assess.ts';
import { AGGREGATIONS, CONFIDENCES } from '../domain/evaluation/mean-scores.ts';
import { NORMALISATIONS } from '../domain/evaluation/normalise.ts';
import { METHODS } from '../domain/evaluation/types.ts';
import type { Trace } from '../kernel/trace.ts';
import { base, basisPoints, id, name, revision, scoreHundredths, text } from './common.ts';
import { comparisonQuery } from './comparisons.ts';

export const CRITERION_KINDS = ['price', 'manual', 'group'] as const;

export const criterionFields = z.object({
  nameEn: name,
  nameZh: name,
  /** `price`: scored from the comparable total; `manual`: scored by the evaluators with a reason; `group`: carries criteria. */
  kind: z.enum(CRITERION_KINDS),
  /** Among its siblings, which sum to 100 %. */
  weightBp: basisPoints,
  /** A supplier scoring below this is out; null: no knock-out. */
  knockoutMinimumHundredths: scoreHundredths.nullable(),
});
export const criterion = criterionFields.extend({ id, parentId: id.nullable(), revision });
export type CriterionFields = z.infer<typeof criterionFields>;
export type Criterion = z.infer<typeof criterion>;

/** A criterion in a list read from the top: its group stands before it, at this place of the list. */
const placedCriterion = criterionFields.extend({ parentIndex: z.number().int().min(0).nullable().default(null) });
export type PlacedCriterion = z.infer<typeof placedCriterion>;

export const score = z.object({
  evaluatorId: id,
  criterionId: id,
  supplierId: id,
  scoreHundredths,
  confidence: z.enum(CONFIDENCES),
  reason: text,
  revision,
});
export type Score = z.infer<typeof score>;

export const evaluatorFields = z.object({
  name: name.min(1),
  role: name,
  /** Sees no price, total or rank until the scores are handed in. */
  isBlind: z.boolean(),
  /** Sees letters instead of names as well. */
  hidesNames: z.boolean(),
});
export const evaluator = evaluatorFields.extend({
  id,
  /** When a blind evaluator's scores were handed in; they count from then on. */
  handedInAt: z.string().nullable(),
  revision,
});
export type EvaluatorFields = z.infer<typeof evaluatorFields>;
export type Evaluator = z.infer<typeof evaluator>;

export const evaluationSettings = z.object({
  method: z.enum(METHODS),
  normalisation: z.enum(NORMALISATIONS),
  aggregation: z.enum(AGGREGATIONS),
  /** Null while the project goes by the defaults. */
  revision: revision.nullable(),
});
export type StoredSettings = z.infer<typeof evaluationSettings>;

/** On Saaty's scale: 1 to 9 for the first over the second, −2 to −9 for 1/2 to 1/9. */
const intensity = z
  .number()
  .int()
  .min(-9)
  .max(9)
  .refine((value) => value !== 0 && value !== -1);
export const judgement = z.object({ firstId: id, secondId: id, intensity });
export type Judgement = z.infer<typeof judgement>;

export const criteriaTemplate = z.object({ id, name: z.string(), criteria: z.array(placedCriterion), revision });
export type CriteriaTemplate = z.infer<typeof criteriaTemplate>;

/** Everything that an evaluation rests on and comes to. */
export interface ProjectEvaluation extends Assessment {
  readonly criteria: Criterion[];
  readonly settings: StoredSettings;
  readonly evaluators: Evaluator[];
  /** All that were given, those that do not count yet as well. */
  readonly scores: Score[];
  readonly judgements: Judgement[];
}

/** What one evaluator scores by. It carries no price, total or rank whatever, and of the scores only the evaluator's own. */
export interface ScoreSheet {
  /** Null while nobody has been named: the first score makes the first evaluator. */
  readonly evaluator: Evaluator | null;
  readonly evaluators: readonly Evaluator[];
  /** What people score, with its effective weight. */
  readonly criteria: readonly SheetCriterion[];
  readonly suppliers: readonly SheetSupplier[];
  readonly scores: readonly Score[];
}

export interface SheetCriterion {
  readonly id: string;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly weightBp: number;
  readonly knockoutMinimumHundredths: number | null;
}

export interface SheetSupplier {
  readonly id: string;
  /** Both empty while the evaluator sees letters. */
  readonly nameEn: string;
  readonly nameZh: string;
  readonly letter: string | null;
}

const stored = z.object({ id, revision });

export const evaluations = {
  get: base.input(comparisonQuery).output(type<ProjectEvaluation>()),
  /** How one supplier's score came about; criteria stand in it by their ids. */
  trace: base.input(comparisonQuery.extend({ supplierId: id })).output(type<Trace>()),
  /** How far one criterion's weight may move; criteria and suppliers stand in it by their ids. */
  stabilityTrace: base.input(comparisonQuery.extend({ criterionId: id })).output(type<Trace>()),
  /**
   * The whole tree at once, groups before what they carry: siblings must sum to 100 %. One in `removed` goes with its scores; a stored
   * one named in neither list was added by somebody meanwhile, so the write is stale.
   */
  saveCriteria: base
    .input(
      z.object({
        projectId: id,
        criteria: z.array(placedCriterion.extend({ id: id.nullable(), revision: revision.nullable() })).max(80),
        removed: z.array(stored).max(80).default([]),
      }),
    )
    .output(z.array(criterion)),
  /** Scores entered at once; a null score takes it back. Without an evaluator they are the first one's, who is made when needed. */
  saveScores: base
    .input(
      z.object({
        projectId: id,
        evaluatorId: id.nullable().default(null),
        scores: z
          .array(
            z.object({
              criterionId: id,
              supplierId: id,
              scoreHundredths: scoreHundredths.nullable(),
              confidence: z.enum(CONFIDENCES).default('medium'),
              reason: text,
              revision: revision.nullable(),
            }),
          )
          .max(5_000),
      }),
    )
    .output(z.array(score)),
  saveSettings: base.input(evaluationSettings.extend({ projectId: id })).output(evaluationSettings),
  /** Pairwise comparisons of all criteria of one group (null: of the root), and the weights that follow from them. */
  saveJudgements: base
    .input(
      z.object({
        projectId: id,
        parentId: id.nullable(),
        judgements: z.array(judgement).max(45),
        /** The siblings as they were when they were compared. */
        siblings: z.array(stored).min(2).max(10),
      }),
    )
    .output(z.array(criterion)),

  /** The view an evaluator scores in; nothing in it depends on a price. */
  sheet: base.input(z.object({ projectId: id, evaluatorId: id.nullable() })).output(type<ScoreSheet>()),
  saveEvaluator: base
    .input(evaluatorFields.extend({ projectId: id, id: id.nullable(), revision: revision.nullable() }))
    .output(evaluator),
  /** Takes the evaluator away with all scores given. */
  removeEvaluator: base.input(stored).output(z.object({ actionId: id })),
  /** From now on a blind evaluator's scores count and can no longer be changed. */
  handIn: base.input(stored).output(evaluator),
  /** Lets scores be changed again; whoever may have seen prices is not blind any more. */
  reopen: base.input(stored).output(evaluator),

  templates: base.input(z.object({})).output(z.array(criteriaTemplate)),
  saveTemplate: base
    .input(z.object({ name: name.min(1), criteria: z.array(placedCriterion).min(1).max(80) }))
    .output(criteriaTemplate),
  removeTemplate: base.input(stored).output(z.object({ actionId: id })),
};
