import { api } from '../../core/procedure.ts';

export const evaluationsProcedures = {
  get: api.evaluations.get.handler(() => {
    throw new Error('not built yet');
  }),
  saveCriteria: api.evaluations.saveCriteria.handler(() => {
    throw new Error('not built yet');
  }),
  saveScores: api.evaluations.saveScores.handler(() => {
    throw new Error('not built yet');
  }),
};
