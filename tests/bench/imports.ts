import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';
import { median, type Result } from './measure.ts';
import { ROWS, writeSheets } from './sheets.ts';

const RUNS = 3;
const answer = z.object({ ms: z.number(), peakMb: z.number(), lineCount: z.literal(ROWS) });
type Answer = z.infer<typeof answer>;

/** A hundred thousand rows from a file on the disk to rows on the disk, each run in a process of its own. */
export async function benchImports(): Promise<Result[]> {
  const folder = await mkdtemp(join(tmpdir(), 'hangjia-bench-'));
  try {
    const sheets = writeSheets(folder);
    return [
      ...(await benchImport(folder, sheets.csv, 'CSV', 2)),
      ...(await benchImport(folder, sheets.xlsx, 'XLSX', 1.5)),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function benchImport(folder: string, sheet: string, format: string, most: number): Promise<Result[]> {
  const ours: Answer[] = [];
  const bare: Answer[] = [];
  for (let run = 0; run < RUNS; run++) {
    ours.push(await measured('import-ours.ts', [sheet]));
    const file = join(folder, 'bare.db');
    rmSync(file, { force: true });
    bare.push(await measured('import-bare.ts', [sheet, file]));
  }
  const middle = (answers: readonly Answer[], of: 'ms' | 'peakMb') => median(answers.map((one) => one[of]));
  const what = 'bare parse and one-transaction insert';
  return [
    {
      job: `import 100,000 rows, ${format}`,
      ours: middle(ours, 'ms'),
      unit: 'ms',
      baseline: { value: middle(bare, 'ms'), what },
      bar: { kind: 'ratio', most },
    },
    {
      job: `import 100,000 rows, ${format}, peak memory`,
      ours: middle(ours, 'peakMb'),
      unit: 'MB',
      baseline: { value: middle(bare, 'peakMb'), what },
      bar: { kind: 'ratio', most: 3 },
    },
  ];
}

async function measured(script: string, args: readonly string[]): Promise<Answer> {
  const entry = fileURLToPath(new URL(script, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [entry, ...args]);
  return answer.parse(JSON.parse(stdout));
}
