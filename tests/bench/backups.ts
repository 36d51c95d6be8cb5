import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { runJob } from '../../electron/db/run-job.ts';
import { haveComparisonProject } from './comparison-project.ts';
import { type Result, sideBySide, timed } from './measure.ts';
import { withCore } from './with-core.ts';

const PROJECTS = 3;

/** The day's backup as the program makes it, against its three steps done by hand. */
export async function benchBackup(): Promise<Result[]> {
  return withCore(async (test) => {
    for (let project = 0; project < PROJECTS; project++) await haveComparisonProject(test, 'mixed');
    const { workspace } = test.state;
    if (workspace === null) throw new Error('no workspace');
    const { file } = workspace;
    let count = 0;
    const ours = () =>
      timed(() =>
        runJob(test.state.options.workers.database, 'backup', {
          file,
          folder: test.root,
          name: `backup-${++count}.db`,
        }),
      );
    const bareFile = join(test.root, 'bare.db');
    const baseline = () => {
      rmSync(bareFile, { force: true });
      return timed(() => backUpBare(file, bareFile));
    };
    const pair = await sideBySide(5, ours, baseline);
    return [
      {
        job: `backup with verification, ${PROJECTS * 10},000 lines`,
        ours: pair.ours,
        unit: 'ms',
        baseline: { value: pair.baseline, what: 'backup, integrity check and SHA-256' },
        bar: { kind: 'ratio', most: 2 },
      },
    ];
  });
}

async function backUpBare(file: string, target: string): Promise<void> {
  const source = new BetterSqlite3(file, { readonly: true });
  await source.backup(target);
  source.close();
  const copy = new BetterSqlite3(target, { readonly: true });
  if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new Error('not sound');
  copy.close();
  createHash('sha256').update(readFileSync(target)).digest('hex');
}
