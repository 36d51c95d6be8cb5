import { api } from '../../core/procedure.ts';

export const itemsProcedures = {
  list: api.items.list.handler(() => {
    throw new Error('not built yet');
  }),
  save: api.items.save.handler(() => {
    throw new Error('not built yet');
  }),
};
