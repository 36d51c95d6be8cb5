import { runAction } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { deletedParent, isInBin, listBin, takeOutOfBin } from './bin.queries.ts';

export const binProcedures = {
  list: api.bin.list.use(needsWorkspace).handler(({ context: { workspace } }) => listBin(workspace.database.db)),

  restore: api.bin.restore.use(needsWritable).handler(async ({ context: { core, workspace }, input }) => {
    const { noun, id } = input;
    const binned = (await listBin(workspace.database.db)).find((entry) => entry.noun === noun && entry.id === id);
    if (binned === undefined) throw notFound(noun, id);
    const label = { key: 'restoreFromBin', params: { name: binned.title } };
    const { actionId } = await runAction(core, workspace, label, async ({ trx }) => {
      if (!(await isInBin(trx, noun, id))) throw notFound(noun, id);
      const parent = await deletedParent(trx, noun, id);
      if (parent !== null) throw refused(noun, parent === 'project' ? 'projectInBin' : 'supplierInBin');
      await takeOutOfBin(trx, noun, id).catch((error: unknown) => {
        throw isDuplicate(error) ? refused(noun, 'duplicate') : error;
      });
    });
    return { actionId };
  }),
};

/** Its place was taken meanwhile: another quote of that round, another rate of that day. */
function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
