import { waterfall } from '../../../shared/domain/waterfall/waterfall.ts';
import { api, needsWorkspace, notFound } from '../../core/procedure.ts';
import { compareProject } from '../comparisons/compare-project.ts';

export const waterfallsProcedures = {
  get: api.waterfalls.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const { input: gathered, options } = await compareProject(context.core, context.workspace, input);
    const result = waterfall(gathered, options, input.firstId, input.secondId);
    if (result === null) throw notFound('quote', input.firstId);
    return result;
  }),
};
