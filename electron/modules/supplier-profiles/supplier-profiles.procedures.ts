import { api, needsWorkspace } from '../../core/procedure.ts';
import { todayOf } from '../../core/today.ts';
import { judgementProcedures } from './judgement.procedures.ts';
import { readProfile } from './read-profile.ts';
import { recordsProcedures } from './records.procedures.ts';

export const supplierProfilesProcedures = {
  get: api.supplierProfiles.get
    .use(needsWorkspace)
    .handler(({ input, context }) =>
      readProfile(context.workspace.database.db, input.supplierId, todayOf(context.core)),
    ),
  ...recordsProcedures,
  ...judgementProcedures,
};
