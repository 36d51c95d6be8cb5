import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EvaluateResult } from '../../electron/evaluate/result.ts';
import { type ExitStatus, runEvaluate } from '../../electron/evaluate/run.ts';
import { TEST_WORKERS } from '../builders/worker-files.ts';

export interface Evaluated {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
  /** Null when none was written. */
  readonly json: EvaluateResult | null;
}

/** Runs the evaluation in this process, as its command line would, with the result as JSON in `dir`. */
export async function evaluate(
  dir: string,
  args: readonly string[],
  overrides: Partial<Parameters<typeof runEvaluate>[0]> = {},
): Promise<Evaluated> {
  let out = '';
  let err = '';
  const json = join(dir, 'result.json');
  await rm(json, { force: true });
  const status = await runEvaluate({
    args: [...args, '--json', json],
    cwd: dir,
    env: process.env,
    platform: process.platform,
    terminal: {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      isLive: false,
    },
    clock: () => new Date('2026-03-02T02:00:00.000Z'),
    rendererDir: join(dir, 'no-renderer'),
    workers: TEST_WORKERS,
    version: '0.0.0-test',
    signal: new AbortController().signal,
    ...overrides,
  });
  const text = await readFile(json, 'utf8').catch(() => null);
  return { status, out, err, json: text === null ? null : JSON.parse(text) };
}

export function makeFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'hangjia-evaluate-test-'));
}
