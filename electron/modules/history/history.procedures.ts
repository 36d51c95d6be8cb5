import { api } from '../../core/procedure.ts';

export const historyProcedures = {
  list: api.history.list.handler(() => {
    throw new Error('not built yet');
  }),
  entries: api.history.entries.handler(() => {
    throw new Error('not built yet');
  }),
  state: api.history.state.handler(() => {
    throw new Error('not built yet');
  }),
  undo: api.history.undo.handler(() => {
    throw new Error('not built yet');
  }),
  redo: api.history.redo.handler(() => {
    throw new Error('not built yet');
  }),
  verify: api.history.verify.handler(() => {
    throw new Error('not built yet');
  }),
};

export const binProcedures = {
  list: api.bin.list.handler(() => {
    throw new Error('not built yet');
  }),
  restore: api.bin.restore.handler(() => {
    throw new Error('not built yet');
  }),
};

export const changesProcedures = {
  stream: api.changes.stream.handler(() => {
    throw new Error('not built yet');
  }),
};
