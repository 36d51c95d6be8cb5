import { api } from '../../core/procedure.ts';

export const attachmentsProcedures = {
  list: api.attachments.list.handler(() => {
    throw new Error('not built yet');
  }),
  add: api.attachments.add.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.attachments.remove.handler(() => {
    throw new Error('not built yet');
  }),
};
