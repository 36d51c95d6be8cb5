import { api } from '../../core/procedure.ts';

export const suppliersProcedures = {
  list: api.suppliers.list.handler(() => {
    throw new Error('not built yet');
  }),
  regions: api.suppliers.regions.handler(() => {
    throw new Error('not built yet');
  }),
  get: api.suppliers.get.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.suppliers.create.handler(() => {
    throw new Error('not built yet');
  }),
  update: api.suppliers.update.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.suppliers.remove.handler(() => {
    throw new Error('not built yet');
  }),
};
