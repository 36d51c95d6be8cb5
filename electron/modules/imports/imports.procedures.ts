import { api } from '../../core/procedure.ts';

export const importsProcedures = {
  upload: api.imports.upload.handler(() => {
    throw new Error('not built yet');
  }),
  preview: api.imports.preview.handler(() => {
    throw new Error('not built yet');
  }),
  check: api.imports.check.handler(() => {
    throw new Error('not built yet');
  }),
  commit: api.imports.commit.handler(() => {
    throw new Error('not built yet');
  }),
  discard: api.imports.discard.handler(() => {
    throw new Error('not built yet');
  }),
};
