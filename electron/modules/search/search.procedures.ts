import { api } from '../../core/procedure.ts';

export const searchProcedures = {
  find: api.search.find.handler(() => {
    throw new Error('not built yet');
  }),
};
