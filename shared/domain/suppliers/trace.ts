import { fromScaledInteger } from '../../kernel/decimal.ts';
import type { Trace, TraceValue } from '../../kernel/trace.ts';
import type { DimensionScore, Qualification } from './qualification.ts';

/** How a qualification score came about, dimension by dimension. Result null while there is too little to score by. */
export function traceQualification(qualification: Qualification): Trace {
  const { state, scoreHundredths, coverageBp, lowHundredths, highHundredths, dimensions } = qualification;
  return {
    rule: 'qualification',
    version: 1,
    formula: 'score = Σ weight × dimensionScore / Σ weight',
    inputs: [
      { name: 'coverage', value: fromScaledInteger(coverageBp, 2).toFixed(), unit: '%' },
      points('lowestPossible', lowHundredths),
      points('highestPossible', highHundredths),
    ],
    result: state === 'scored' ? points('score', scoreHundredths) : null,
    parts: dimensions.map(traceDimension),
  };
}

function traceDimension({
  dimension,
  weightBp,
  parts,
  scoreHundredths,
  contributionHundredths,
}: DimensionScore): Trace {
  return {
    rule: `qualification_${dimension}`,
    version: 1,
    formula: parts.length > 1 ? 'dimensionScore = Σ count × partScore / Σ count' : '',
    inputs: [
      { name: 'weight', value: fromScaledInteger(weightBp, 2).toFixed(), unit: '%' },
      ...parts.flatMap(({ part, value, scoreHundredths: score, weight }) => [
        { name: part, value },
        points(weight === 1 ? 'partScore' : 'partScoreTwice', score),
      ]),
      ...(contributionHundredths === null ? [] : [points('contribution', contributionHundredths)]),
    ],
    result: scoreHundredths === null ? null : points('dimensionScore', scoreHundredths),
  };
}

function points(name: string, hundredths: number): TraceValue {
  return { name, value: fromScaledInteger(hundredths, 2).toFixed(2) };
}
