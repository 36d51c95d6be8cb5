import { fromScaledInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { type CurrencyCode, toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { evaluate, runnersOf } from './evaluation.ts';
import { CONFIDENCE_WEIGHTS, type MeanScore } from './mean-scores.ts';
import { decisionProblem, middleTotal, takesPriceScore } from './method-totals.ts';
import { topsis } from './topsis.ts';
import {
  type Candidate,
  type Contribution,
  type Criterion,
  DEFAULT_SETTINGS,
  type EvaluatedSupplier,
  type Evaluation,
  type EvaluationSettings,
} from './types.ts';
import { weightedSum } from './weighted-sum.ts';

/** What else a score rests on: how it was judged, and who gave what. */
export interface Judging {
  readonly settings: EvaluationSettings;
  /** The mean scores of the supplier that is traced. */
  readonly means: readonly MeanScore[];
  readonly evaluatorName: (evaluatorId: Id) => string;
}

const ALONE: Judging = { settings: DEFAULT_SETTINGS, means: [], evaluatorName: () => '' };

/**
 * How one supplier's score came about by the method chosen, with the price and the scores of the evaluators as parts. A null result
 * for a supplier that is incomplete, knocked out, or judged by criteria that do not sum to 100 %. Errors: RangeError for an unknown
 * supplier.
 */
export function traceEvaluation(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
  supplierId: Id,
  currency: CurrencyCode,
  by: Judging = ALONE,
): Trace {
  const candidate = candidates.find((one) => one.supplierId === supplierId);
  if (candidate === undefined) throw new RangeError(`no such supplier: ${supplierId}`);
  const { settings } = by;
  const evaluation = evaluate(criteria, candidates, settings);
  const rule = ruleOf(settings);
  if (evaluation.state === 'notComputable') {
    return { ...rule, inputs: evaluation.problems.map(({ code }) => ({ name: 'missing', value: code })), result: null };
  }
  const supplier = evaluation.suppliers.find((one) => one.supplierId === supplierId);
  if (supplier === undefined) throw new RangeError(`no such supplier: ${supplierId}`);
  const price = supplier.contributions.find((one) => isPrice(criteria, one));
  const figures =
    supplier.state === 'ranked' ? methodFigures(criteria, candidates, supplierId, evaluation, settings) : null;
  return {
    ...rule,
    inputs: [
      ...supplier.contributions.flatMap((one, index) => [
        ...contributionValues(one, candidate, isPrice(criteria, one) && !takesPriceScore(settings), currency),
        ...(figures?.ofCriterion[index] ?? []),
      ]),
      ...(figures?.ofSupplier ?? []),
      ...stateValues(supplier),
    ],
    result: supplier.state === 'ranked' ? points('score', supplier.totalHundredths) : null,
    parts: [
      ...(price === undefined || !takesPriceScore(settings)
        ? []
        : [priceTrace(price, evaluation.lowestTotalMinor, candidate, currency)]),
      ...by.means.filter(({ given }) => given.length > 1).map((mean) => meanTrace(mean, by)),
    ],
  };
}

function ruleOf({ method, normalisation }: EvaluationSettings): Pick<Trace, 'rule' | 'version' | 'formula'> {
  if (method === 'topsis') {
    return { rule: 'topsis', version: 1, formula: 'closeness = toAntiIdeal / (toIdeal + toAntiIdeal)' };
  }
  if (normalisation === 'asIs')
    return { rule: 'weightedScore', version: 1, formula: 'score = Σ weight × criterionScore' };
  return {
    rule: normalisation === 'sum' ? 'weightedShare' : 'weightedPlace',
    version: 1,
    formula: 'score = Σ weight × normalised',
  };
}

interface Figures {
  readonly ofCriterion: readonly (readonly TraceValue[])[];
  readonly ofSupplier: readonly TraceValue[];
}

/** What the method made of the scores on its way. */
function methodFigures(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
  supplierId: Id,
  evaluation: Extract<Evaluation, { state: 'evaluated' }>,
  settings: EvaluationSettings,
): Figures | null {
  if (takesPriceScore(settings)) return null;
  const runners = runnersOf(criteria, candidates);
  const row = runners.findIndex((one) => one.supplierId === supplierId);
  const problem = decisionProblem(criteria, runners, settings, evaluation.lowestTotalMinor);
  if (settings.method === 'weightedSum') {
    const { normalised } = weightedSum(problem, settings.normalisation);
    return {
      ofCriterion: criteria.map((_, index) => [fraction('normalised', normalised[row]?.[index])]),
      ofSupplier: [],
    };
  }
  const result = topsis(problem);
  return {
    ofCriterion: criteria.map((_, index) => [
      fraction('weightedValue', result.weighted[row]?.[index]),
      fraction('ideal', result.ideal[index]),
      fraction('antiIdeal', result.antiIdeal[index]),
    ]),
    ofSupplier: [fraction('toIdeal', result.toIdeal[row]), fraction('toAntiIdeal', result.toAntiIdeal[row])],
  };
}

function priceTrace(
  { scoreHundredths }: Contribution,
  lowestMinor: number | null,
  candidate: Candidate,
  currency: CurrencyCode,
): Trace {
  return {
    rule: 'priceScore',
    version: 1,
    formula: 'priceScore = min(100, 100 × lowestTotal / total)',
    inputs: [...amount('lowestTotal', lowestMinor, currency), ...totalValues(candidate, currency)],
    result: scoreHundredths === null ? null : points('priceScore', scoreHundredths),
  };
}

function meanTrace({ criterionId, given, meanHundredths, spreadHundredths }: MeanScore, by: Judging): Trace {
  const isWeighted = by.settings.aggregation === 'confidence';
  return {
    rule: isWeighted ? 'confidenceMean' : 'meanScore',
    version: 1,
    formula: isWeighted ? 'meanScore = Σ (confidence × given) / Σ confidence' : 'meanScore = Σ given / count',
    inputs: [
      { name: 'criterion', value: criterionId },
      ...given.flatMap(({ evaluatorId, scoreHundredths, confidence }) => [
        { name: 'evaluator', value: by.evaluatorName(evaluatorId) },
        points('given', scoreHundredths),
        ...(isWeighted ? [{ name: 'confidence', value: String(CONFIDENCE_WEIGHTS[confidence]) }] : []),
      ]),
      points('spread', spreadHundredths),
    ],
    result: points('meanScore', meanHundredths),
  };
}

function contributionValues(
  { criterionId, weightBp, scoreHundredths, contributionHundredths }: Contribution,
  candidate: Candidate,
  isCost: boolean,
  currency: CurrencyCode,
): TraceValue[] {
  return [
    { name: 'criterion', value: criterionId },
    { name: 'weight', value: fromScaledInteger(weightBp, 2).toFixed(), unit: '%' },
    ...(isCost
      ? totalValues(candidate, currency)
      : scoreHundredths === null
        ? []
        : [points('criterionScore', scoreHundredths)]),
    ...(contributionHundredths === null ? [] : [points('contribution', contributionHundredths)]),
  ];
}

function stateValues(supplier: EvaluatedSupplier): TraceValue[] {
  if (supplier.state === 'ranked') {
    const { open, rank } = supplier;
    return [
      ...(open === undefined
        ? []
        : [points('lowestScore', open.lowHundredths), points('highestScore', open.highHundredths)]),
      {
        name: 'rank',
        value: open === undefined || open.worstRank === rank ? String(rank) : `${rank}–${open.worstRank}`,
      },
    ];
  }
  if (supplier.state === 'incomplete')
    return supplier.missingCriterionIds.map((id) => ({ name: 'missing', value: id }));
  return supplier.reasons.map(({ criterionId }) => ({ name: 'knockedOutBy', value: criterionId }));
}

function isPrice(criteria: readonly Criterion[], { criterionId }: Contribution): boolean {
  return criteria.some(({ id, kind }) => id === criterionId && kind === 'price');
}

/** The total; while costs are open, both ends and the middle, which the score shown goes by. */
function totalValues(candidate: Candidate, currency: CurrencyCode): TraceValue[] {
  const total = amount('total', middleTotal(candidate), currency);
  if (candidate.totalHighMinor === undefined) return total;
  return [
    ...amount('lowEnd', candidate.totalMinor, currency),
    ...amount('highEnd', candidate.totalHighMinor, currency),
    ...total,
  ];
}

function amount(name: string, minor: number | null, currency: CurrencyCode): TraceValue[] {
  return minor === null ? [] : [{ name, value: toDecimalString({ minor, currency }), unit: currency }];
}

function points(name: string, hundredths: number): TraceValue {
  return { name, value: fromScaledInteger(hundredths, 2).toFixed(2) };
}

function fraction(name: string, value: number | undefined): TraceValue {
  return { name, value: (value ?? 0).toFixed(6) };
}
