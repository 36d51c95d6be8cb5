import { createReadStream } from 'node:fs';
import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { ImportMappingInput, ImportResult } from '../../../shared/contract/imports.ts';
import type { SheetEncoding } from '../../../shared/domain/imports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runActionElsewhere } from '../../core/action.ts';
import type { CoreState, OpenedWorkspace } from '../../core/core-state.ts';
import { api, needsWorkspace, needsWritable } from '../../core/procedure.ts';
import { withProgress } from '../../core/progress.ts';
import { CommitRace } from './commit-race.ts';
import type { ImportTarget, SheetSource } from './import-messages.ts';
import type { ImportSession, ProgressListener } from './import-session.ts';
import { discardUpload, findUpload, keepUpload } from './uploads.ts';

export const importsProcedures = {
  upload: api.imports.upload.use(needsWritable).handler(async ({ input, context }) => {
    const uploadId = await keepUpload(context.core, input.file);
    return { uploadId, fileName: input.file.name, byteSize: input.file.size };
  }),

  preview: api.imports.preview.use(needsWorkspace).handler(({ input, context, signal }) => {
    const session = findUpload(context.core, input.uploadId);
    const target = targetOf(context.workspace, input.projectId);
    const { headerRow } = input;
    return session.ask({ kind: 'preview', source: sourceOf(session, input), target, headerRow }, { signal });
  }),

  check: api.imports.check.use(needsWorkspace).handler(({ input, context, signal }) => {
    const session = findUpload(context.core, input.uploadId);
    const target = targetOf(context.workspace, input.projectId);
    const { mapping } = input;
    return withProgress((onProgress) =>
      session.ask({ kind: 'check', source: sourceOf(session, input), target, mapping }, { signal, onProgress }),
    );
  }),

  commit: api.imports.commit.use(needsWritable).handler(({ input, context, signal }) =>
    withProgress(async (onProgress) => {
      const { core, workspace } = context;
      const session = findUpload(core, input.uploadId);
      const result = await commitUpload(core, workspace, session, input, { signal, onProgress });
      await discardUpload(core, input.uploadId);
      return result;
    }),
  ),

  discard: api.imports.discard.use(needsWorkspace).handler(async ({ input, context }) => {
    await discardUpload(context.core, input.uploadId);
    return {};
  }),
};

export interface CommitRequest {
  readonly projectId: Id;
  readonly sheet: string | null;
  readonly encoding: SheetEncoding | null;
  readonly mapping: ImportMappingInput;
}

/** Stores the original file, then lets the worker write everything as one action. All or nothing, also when cancelled. */
export async function commitUpload(
  core: CoreState,
  workspace: OpenedWorkspace,
  session: ImportSession,
  request: CommitRequest,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: ProgressListener },
): Promise<ImportResult> {
  const { fileName } = session.file;
  const stored = await workspace.attachments.put(createReadStream(session.file.path));
  const importId = core.options.newId();
  const race = new CommitRace();
  const label: ActionLabel = { key: 'importQuotes', params: { name: fileName } };
  const { result, actionId } = await runActionElsewhere(core, workspace, label, async (record) => {
    const { written, sealed } = await session.ask(
      {
        kind: 'commit',
        source: sourceOf(session, request),
        target: targetOf(workspace, request.projectId),
        mapping: request.mapping,
        importId,
        record,
        race: race.buffer,
        upload: { ...stored, fileName, mediaType: mediaTypeOf(fileName) },
      },
      { signal, onProgress, mayStop: () => race.cancel() },
    );
    return { result: written, sealed };
  });
  return { importId, actionId, ...result };
}

/** Where the worker finds the sheet. */
export function sourceOf(
  session: ImportSession,
  { sheet, encoding }: { sheet: string | null; encoding: SheetEncoding | null },
): SheetSource {
  return { file: session.file.path, sheet, encoding };
}

function targetOf(workspace: OpenedWorkspace, projectId: Id): ImportTarget {
  return { database: workspace.file, projectId };
}

function mediaTypeOf(fileName: string): string {
  return /\.xlsx$/i.test(fileName) ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv';
}
