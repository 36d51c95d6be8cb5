import type { Trace } from '../../kernel/trace.ts';
import { DEFECT_CLASSES, type DefectClass, type PlanQuestion, type SamplingPlan } from './plan.ts';

/** How the sample size and the acceptance numbers of a lot came about. */
export function tracePlan({ lotSize, level }: PlanQuestion, plan: SamplingPlan): Trace {
  return {
    rule: 'samplingPlan',
    version: 1,
    formula: 'n = min(lot, max(n of each class))',
    inputs: [
      { name: 'lotSize', value: String(lotSize) },
      { name: 'inspectionLevel', value: level },
      { name: 'codeLetter', value: plan.letter },
    ],
    result: { name: 'sampleSize', value: String(plan.sampleSize) },
    parts: DEFECT_CLASSES.map((one) => traceClass(one, plan)),
  };
}

function traceClass(one: DefectClass, plan: SamplingPlan): Trace {
  const { limit, letter, sampleSize, accept, reject } = plan.classes[one];
  return {
    rule: `samplingClass_${one}`,
    version: 1,
    formula: 'Re = Ac + 1',
    inputs: [
      { name: 'aql', value: limit },
      ...(letter === null ? [] : [{ name: 'planLetter', value: letter }]),
      ...(sampleSize === null ? [] : [{ name: 'sampleSize', value: String(sampleSize) }]),
      { name: 'acceptNumber', value: String(accept) },
    ],
    result: { name: 'rejectNumber', value: String(reject) },
  };
}
