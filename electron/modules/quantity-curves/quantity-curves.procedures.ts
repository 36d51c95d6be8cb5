import { explainAtQuantity } from '../../../shared/domain/quantity-curves/explain.ts';
import { quantityCurve } from '../../../shared/domain/quantity-curves/quantity-curve.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { compareProject } from '../comparisons/compare-project.ts';

export const quantityCurvesProcedures = {
  get: api.quantityCurves.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const { itemId, chosen, holdingCostPerUnit } = input;
    if (itemId !== null && gathered.items.every(({ id }) => id !== itemId)) throw notFound('item', itemId);
    return quantityCurve(gathered, options, { itemId, chosen, holdingCostPerUnit });
  }),

  trace: api.quantityCurves.trace.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const trace = explainAtQuantity(gathered, options, input);
    if (trace === null) throw notFound('quote', input.quoteId);
    return trace;
  }),
};
