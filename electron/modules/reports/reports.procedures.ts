import { api } from '../../core/procedure.ts';

export const reportsProcedures = {
  list: api.reports.list.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.reports.create.handler(() => {
    throw new Error('not built yet');
  }),
  get: api.reports.get.handler(() => {
    throw new Error('not built yet');
  }),
  preview: api.reports.preview.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.reports.remove.handler(() => {
    throw new Error('not built yet');
  }),
  exportFile: api.reports.exportFile.handler(() => {
    throw new Error('not built yet');
  }),
};
