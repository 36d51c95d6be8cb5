import { api } from '../../core/procedure.ts';

export const workspacesProcedures = {
  state: api.workspaces.state.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.workspaces.create.handler(() => {
    throw new Error('not built yet');
  }),
  open: api.workspaces.open.handler(() => {
    throw new Error('not built yet');
  }),
  openSample: api.workspaces.openSample.handler(() => {
    throw new Error('not built yet');
  }),
  restore: api.workspaces.restore.handler(() => {
    throw new Error('not built yet');
  }),
  close: api.workspaces.close.handler(() => {
    throw new Error('not built yet');
  }),
  forget: api.workspaces.forget.handler(() => {
    throw new Error('not built yet');
  }),
  pickFolder: api.workspaces.pickFolder.handler(() => {
    throw new Error('not built yet');
  }),
  update: api.workspaces.update.handler(() => {
    throw new Error('not built yet');
  }),
};
