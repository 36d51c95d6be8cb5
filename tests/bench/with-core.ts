import { rm } from 'node:fs/promises';
import { newId } from '../../shared/kernel/ids.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';

/** Works on a fresh workspace with real ids and the real clock, and removes it. */
export async function withCore<T>(work: (test: TestCore) => Promise<T>): Promise<T> {
  const test = await startCore();
  try {
    return await work(test);
  } finally {
    await test.dispose();
  }
}

export interface PreparedWorkspace<T> {
  /** A closed workspace folder, for a program of its own. */
  readonly dir: string;
  /** Holds `dir`; a place for what else is needed. */
  readonly root: string;
  readonly result: T;
  dispose(): Promise<void>;
}

/** Fills a workspace and closes it again. */
export async function prepareWorkspace<T>(fill: (test: TestCore) => Promise<T>): Promise<PreparedWorkspace<T>> {
  const test = await startCore();
  try {
    const result = await fill(test);
    await test.core.close();
    const { dir, root } = test;
    return { dir, root, result, dispose: () => rm(root, { recursive: true, force: true }) };
  } catch (error) {
    await test.dispose();
    throw error;
  }
}

/** Threads start from the built program: from the sources each would first take the types out of a hundred files. */
function startCore(): Promise<TestCore> {
  const built = (name: string) => new URL(`../../out/main/${name}.js`, import.meta.url);
  const workers = {
    importer: built('import-worker'),
    report: built('report-worker'),
    database: built('database-worker'),
    solver: built('solver-worker'),
  };
  return createTestCore({ newId, clock: () => new Date(), workers });
}
