import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import { runAction } from '../../core/action.ts';
import { api, needsWritable, notFound } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { closeWorkspace, openSampleWorkspace, openWorkspaceAt } from './open-workspace.ts';
import { forgetRecent, listRecents, rememberRecent } from './recents.ts';
import { restoreBackup } from './restore-backup.ts';
import { resolveDir } from './workspace-files.ts';
import { describeWorkspace, hasAttachment, updateProfile } from './workspaces.queries.ts';

export const workspacesProcedures = {
  state: api.workspaces.state.handler(async ({ context: { core } }) => ({
    open: core.workspace === null ? null : await describeWorkspace(core.workspace),
    recent: await listRecents(core.options),
    host: {
      kind: core.host.kind,
      canPickFolder: core.host.pickFolder !== null,
      canMakePdf: core.host.renderPdf !== null,
    },
    suggestedDir: await suggestedDir(),
    version: core.options.version,
    today: shanghaiDate(core.options.clock()),
  })),

  create: api.workspaces.create.handler(async ({ context: { core }, input }) => {
    const { dir, name, baseCurrency } = input;
    return describeWorkspace(await openWorkspaceAt(core, resolveDir(dir), { create: { name, baseCurrency } }));
  }),

  open: api.workspaces.open.handler(async ({ context: { core }, input }) =>
    describeWorkspace(await openWorkspaceAt(core, resolveDir(input.dir), { readOnly: input.readOnly })),
  ),

  openSample: api.workspaces.openSample.handler(async ({ context: { core } }) =>
    describeWorkspace(await openSampleWorkspace(core)),
  ),

  restore: api.workspaces.restore.handler(async ({ context: { core }, input }) => {
    const restored = await restoreBackup(core.options, resolveDir(input.dir), input.backup);
    return describeWorkspace(await openWorkspaceAt(core, restored));
  }),

  close: api.workspaces.close.handler(async ({ context: { core } }) => {
    await closeWorkspace(core);
    return {};
  }),

  forget: api.workspaces.forget.handler(async ({ context: { core }, input }) => {
    await forgetRecent(core.options, input.dir);
    return {};
  }),

  pickFolder: api.workspaces.pickFolder.handler(async ({ context: { core } }) => ({
    dir: (await core.host.pickFolder?.()) ?? null,
  })),

  update: api.workspaces.update.use(needsWritable).handler(async ({ context: { core, workspace }, input }) => {
    const { revision, changes } = input;
    await runAction(core, workspace, { key: 'updateWorkspace', params: {} }, async ({ trx }) => {
      await requireRevision(trx, 'workspace', 'workspace', 'workspace', revision);
      const logo = changes.logoAttachmentId ?? null;
      if (logo !== null && !(await hasAttachment(trx, logo))) throw notFound('attachment', logo);
      await updateProfile(trx, revision, changes);
    });
    if (core.workspace !== workspace) throw new ORPCError('NO_WORKSPACE', { defined: true });
    const updated = await describeWorkspace(workspace);
    await rememberRecent(core.options, workspace.dir, updated.name);
    return updated;
  }),
};

/** A folder in the user's home that a new workspace could be made in. */
async function suggestedDir(): Promise<string> {
  for (let count = 1; ; count += 1) {
    const dir = join(homedir(), count === 1 ? 'Hangjia' : `Hangjia ${count}`);
    const entries = await readdir(dir).catch(() => []);
    if (entries.length === 0) return dir;
  }
}
