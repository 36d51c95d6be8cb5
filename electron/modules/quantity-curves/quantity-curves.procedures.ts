import { setImmediate } from 'node:timers/promises';
import { explainAtQuantity } from '../../../shared/domain/quantity-curves/explain.ts';
import { quantityCurveWork } from '../../../shared/domain/quantity-curves/quantity-curve.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { compareProject } from '../comparisons/compare-project.ts';

export const quantityCurvesProcedures = {
  get: api.quantityCurves.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const { itemId, chosen, holdingCostPerUnit } = input;
    if (itemId !== null && gathered.items.every(({ id }) => id !== itemId)) throw notFound('item', itemId);
    return withPauses(quantityCurveWork(gathered, options, { itemId, chosen, holdingCostPerUnit }));
  }),

  trace: api.quantityCurves.trace.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const trace = explainAtQuantity(gathered, options, input);
    if (trace === null) throw notFound('quote', input.quoteId);
    return trace;
  }),
};

const AT_ONE_GO_MS = 12;

/** Works in short stretches, so that a large curve holds up nobody. */
async function withPauses<Result>(work: Generator<void, Result>): Promise<Result> {
  let begun = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (performance.now() - begun < AT_ONE_GO_MS) continue;
    await setImmediate();
    begun = performance.now();
  }
}
