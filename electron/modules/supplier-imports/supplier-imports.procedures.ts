import type { ActionLabel } from '../../../shared/contract/history.ts';
import { runActionElsewhere } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable } from '../../core/procedure.ts';
import { withProgress } from '../../core/progress.ts';
import { todayOf } from '../../core/today.ts';
import { CommitRace } from '../imports/commit-race.ts';
import { sourceOf } from '../imports/imports.procedures.ts';
import { discardUpload, findUpload } from '../imports/uploads.ts';

/** Suppliers from a sheet that `imports.upload` took; the same worker reads it. */
export const supplierImportsProcedures = {
  preview: api.supplierImports.preview.use(needsWorkspace).handler(({ input, context, signal }) => {
    const session = findUpload(context.core, input.uploadId);
    const { headerRow } = input;
    return session.ask({ kind: 'previewSuppliers', source: sourceOf(session, input), headerRow }, { signal });
  }),

  check: api.supplierImports.check.use(needsWorkspace).handler(({ input, context, signal }) => {
    const session = findUpload(context.core, input.uploadId);
    const source = sourceOf(session, input);
    const database = context.workspace.file;
    const today = todayOf(context.core);
    return withProgress((onProgress) =>
      session.ask({ kind: 'checkSuppliers', source, database, mapping: input.mapping, today }, { signal, onProgress }),
    );
  }),

  commit: api.supplierImports.commit.use(needsWritable).handler(({ input, context, signal }) =>
    withProgress(async (onProgress) => {
      const { core, workspace } = context;
      const session = findUpload(core, input.uploadId);
      const race = new CommitRace();
      const label: ActionLabel = { key: 'importSuppliers', params: { name: session.file.fileName } };
      const { result, actionId } = await runActionElsewhere(core, workspace, label, async (record) => {
        const { written, sealed } = await session.ask(
          {
            kind: 'commitSuppliers',
            source: sourceOf(session, input),
            database: workspace.file,
            mapping: input.mapping,
            today: todayOf(core),
            choices: input.choices,
            record,
            race: race.buffer,
          },
          { signal, onProgress, mayStop: () => race.cancel() },
        );
        return { result: written, sealed };
      });
      await discardUpload(core, input.uploadId);
      return { actionId, ...result };
    }),
  ),
};
