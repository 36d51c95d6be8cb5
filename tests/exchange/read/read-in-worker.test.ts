import { expect, it } from 'vitest';
import { readInWorker } from '../../../electron/exchange/read/read-in-worker.ts';
import { buildXlsx } from './files.ts';

const workerUrl = new URL('../../../electron/exchange/read/sheet-worker.ts', import.meta.url);
const request = (source: Uint8Array) => ({ source, sheet: null, encoding: null });
const csv = (rows: number): Buffer =>
  Buffer.from(Array.from({ length: rows }, (_, row) => `${row},item ${row},12.5,some text`).join('\n'));

it('reads a sheet in a thread, in order, with progress', async () => {
  const seen: number[] = [];
  const content = await readInWorker(request(csv(50_000)), { workerUrl, onProgress: (done) => seen.push(done) });
  expect(content.grid.rows).toHaveLength(50_000);
  expect(content.grid.rows[49_999]).toEqual(['49999', 'item 49999', '12.5', 'some text']);
  expect(content).toMatchObject({ format: 'csv', delimiter: ',', encoding: { name: 'utf-8' } });
  expect(seen.length).toBeGreaterThan(2);
});

it('an abort ends the thread and rejects', async () => {
  const abort = new AbortController();
  const reading = readInWorker(request(csv(150_000)), {
    workerUrl,
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  await expect(readInWorker(request(csv(1)), { workerUrl, signal: abort.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

it('errors keep their code and data', async () => {
  await expect(readInWorker(request(Buffer.from('a,b\n1,"x\n')), { workerUrl })).rejects.toMatchObject({
    name: 'SheetReadError',
    code: 'openQuote',
    data: { row: 2 },
  });
});

it('a thread out of memory is a refusal, not a crash', async () => {
  const bytes = buildXlsx(
    Array.from({ length: 40_000 }, (_, row) => [
      `a rather long item name ${row}`,
      `and a second text ${row}`,
      row,
      `third ${row}`,
    ]),
  );
  await expect(readInWorker(request(bytes), { workerUrl, memoryMb: 12 })).rejects.toMatchObject({
    code: 'tooMuchMemory',
    data: { limit: 12 },
  });
});
