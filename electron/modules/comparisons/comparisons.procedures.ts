import { api } from '../../core/procedure.ts';

export const comparisonsProcedures = {
  get: api.comparisons.get.handler(() => {
    throw new Error('not built yet');
  }),
  trace: api.comparisons.trace.handler(() => {
    throw new Error('not built yet');
  }),
};
