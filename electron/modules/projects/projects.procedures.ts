import { api } from '../../core/procedure.ts';

export const projectsProcedures = {
  list: api.projects.list.handler(() => {
    throw new Error('not built yet');
  }),
  get: api.projects.get.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.projects.create.handler(() => {
    throw new Error('not built yet');
  }),
  update: api.projects.update.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.projects.remove.handler(() => {
    throw new Error('not built yet');
  }),
};
