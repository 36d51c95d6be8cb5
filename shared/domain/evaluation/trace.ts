import { fromScaledInteger } from '../../kernel/decimal.ts';
import type { Id } from '../../kernel/ids.ts';
import { type CurrencyCode, toDecimalString } from '../../kernel/money.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import { evaluate } from './evaluation.ts';
import type { Candidate, Contribution, Criterion, EvaluatedSupplier } from './types.ts';

/**
 * How one supplier's score came about, the price score with its totals as a part. A null result for a supplier that is incomplete,
 * knocked out, or judged by criteria that do not sum to 100 %. Errors: RangeError for an unknown supplier.
 */
export function traceEvaluation(
  criteria: readonly Criterion[],
  candidates: readonly Candidate[],
  supplierId: Id,
  currency: CurrencyCode,
): Trace {
  const candidate = candidates.find((one) => one.supplierId === supplierId);
  if (candidate === undefined) throw new RangeError(`no such supplier: ${supplierId}`);
  const evaluation = evaluate(criteria, candidates);
  const rule = { rule: 'weightedScore', version: 1, formula: 'score = Σ weight × criterionScore' };
  if (evaluation.state === 'notComputable') {
    return { ...rule, inputs: evaluation.problems.map(({ code }) => ({ name: 'missing', value: code })), result: null };
  }
  const supplier = evaluation.suppliers.find((one) => one.supplierId === supplierId);
  if (supplier === undefined) throw new RangeError(`no such supplier: ${supplierId}`);
  const price = supplier.contributions.find((one) => isPrice(criteria, one));
  const { lowestTotalMinor } = evaluation;
  return {
    ...rule,
    inputs: [...supplier.contributions.flatMap(contributionValues), ...stateValues(supplier)],
    result: supplier.state === 'ranked' ? points('score', supplier.totalHundredths) : null,
    parts: price === undefined ? [] : [priceTrace(price, lowestTotalMinor, candidate.totalMinor, currency)],
  };
}

function priceTrace(
  { scoreHundredths }: Contribution,
  lowestMinor: number | null,
  totalMinor: number | null,
  currency: CurrencyCode,
): Trace {
  const amount = (name: string, minor: number | null): TraceValue[] =>
    minor === null ? [] : [{ name, value: toDecimalString({ minor, currency }), unit: currency }];
  return {
    rule: 'priceScore',
    version: 1,
    formula: 'priceScore = min(100, 100 × lowestTotal / total)',
    inputs: [...amount('lowestTotal', lowestMinor), ...amount('total', totalMinor)],
    result: scoreHundredths === null ? null : points('priceScore', scoreHundredths),
  };
}

function contributionValues({ criterionId, weightBp, scoreHundredths, contributionHundredths }: Contribution) {
  return [
    { name: 'criterion', value: criterionId },
    { name: 'weight', value: fromScaledInteger(weightBp, 2).toFixed(), unit: '%' },
    ...(scoreHundredths === null ? [] : [points('criterionScore', scoreHundredths)]),
    ...(contributionHundredths === null ? [] : [points('contribution', contributionHundredths)]),
  ];
}

function stateValues(supplier: EvaluatedSupplier): TraceValue[] {
  if (supplier.state === 'ranked') return [{ name: 'rank', value: String(supplier.rank) }];
  if (supplier.state === 'incomplete')
    return supplier.missingCriterionIds.map((id) => ({ name: 'missing', value: id }));
  return supplier.reasons.map(({ criterionId }) => ({ name: 'knockedOutBy', value: criterionId }));
}

function isPrice(criteria: readonly Criterion[], { criterionId }: Contribution): boolean {
  return criteria.some(({ id, kind }) => id === criterionId && kind === 'price');
}

function points(name: string, hundredths: number): TraceValue {
  return { name, value: fromScaledInteger(hundredths, 2).toFixed(2) };
}
