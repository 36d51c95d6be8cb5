import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { CoreOptions, CoreState } from '../../electron/core/core-state.ts';
import { type Core, createCore } from '../../electron/core/create-core.ts';
import { openWorkspaceAt } from '../../electron/modules/workspaces/open-workspace.ts';
import type { Id } from '../../shared/kernel/ids.ts';
import { TEST_WORKERS } from './worker-files.ts';

/** A clock that tests hold in their hands: each reading is one second after the last. */
export interface TestClock {
  read(): Date;
  set(iso: string): void;
}

export interface TestCore {
  readonly core: Core;
  readonly state: CoreState;
  /** Calls procedures as a window would, through validation and error handling. */
  readonly call: RouterClient<Core['router']>;
  readonly clock: TestClock;
  /** The workspace folder. */
  readonly dir: string;
  /** Holds `dir` and the program's own data; `dispose` removes it. */
  readonly root: string;
  readonly logged: readonly string[];
  dispose(): Promise<void>;
}

/** A core on a fresh workspace in a temporary folder, with a clock and ids that repeat in every run. */
export async function createTestCore(overrides: Partial<CoreOptions> = {}): Promise<TestCore> {
  const test = await createClosedTestCore(overrides);
  try {
    await openWorkspaceAt(test.state, test.dir, { create: { name: 'Test', baseCurrency: 'CNY' } });
    return test;
  } catch (error) {
    await test.dispose();
    throw error;
  }
}

/** As `createTestCore`, with no workspace open and `dir` not yet made. */
export async function createClosedTestCore(overrides: Partial<CoreOptions> = {}): Promise<TestCore> {
  const root = await mkdtemp(join(tmpdir(), 'hangjia-test-'));
  const clock = buildClock('2026-03-02T02:00:00.000Z');
  const logged: string[] = [];
  const core = createCore({
    clock: clock.read,
    newId: countingIds(),
    log: {
      info: () => undefined,
      error: (message, data) => logged.push(`${message} ${JSON.stringify(data ?? {})}`),
    },
    actor: 'tester',
    appDataDir: join(root, 'app-data'),
    workers: TEST_WORKERS,
    version: '0.0.0-test',
    ...overrides,
  });
  return {
    core,
    state: core.state,
    call: createRouterClient(core.router, { context: { core: core.state } }),
    clock,
    dir: join(root, 'workspace'),
    root,
    logged,
    dispose: async () => {
      await core.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export function buildClock(start: string): TestClock {
  let next = Date.parse(start);
  return {
    read: () => {
      const now = new Date(next);
      next += 1_000;
      return now;
    },
    set: (iso) => {
      next = Date.parse(iso);
    },
  };
}

/** Ids of the shape of a UUIDv7 that count 1, 2, 3 … */
export function countingIds(): () => Id {
  let count = 0;
  return () => {
    count += 1;
    return `019c0000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
