import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'ws';
import type { Id } from '../../shared/kernel/ids.ts';
import { buildLine, buildQuote, buildSupplier } from '../builders/fields.ts';
import { type ComparisonProject, haveComparisonProject } from './comparison-project.ts';
import { medianOf, quantile, REFERENCE, type Result, sideBySide, timed } from './measure.ts';
import { type Client, serve, startProgram } from './program.ts';
import { prepareWorkspace } from './with-core.ts';

const CELLS = 1_000;
const SAVES = 60;

/** What a buyer waits for while typing and pasting: everything over the socket to a program of its own, and on the disk. */
export async function benchWriting(): Promise<Result[]> {
  const prepared = await prepareWorkspace((test) => haveComparisonProject(test, 'plain'));
  const program = await startProgram(prepared.dir, join(prepared.root, 'home'));
  const bare = await serve([
    fileURLToPath(new URL('./bare-server.ts', import.meta.url)),
    join(prepared.root, 'bare.db'),
  ]);
  const { client, close } = await program.connect();
  const bareSocket = new WebSocket(`ws://${bare.url.host}/`);
  await once(bareSocket, 'open');
  try {
    const paste = await pastePrices(client, prepared.result);
    const create = await createLines(client, prepared.result);
    const cell = await sideBySide(
      7,
      () => p95OfSaves(saveCell(client, prepared.result)),
      () => p95OfSaves(saveBare(bareSocket)),
    );
    return [
      {
        job: 'paste 1,000 prices, committed',
        ours: paste,
        unit: 'ms',
        baseline: { value: REFERENCE.tryton1000Prices, what: 'Tryton 6 (reference figure)' },
        bar: { kind: 'ratio', most: 0.05 },
      },
      {
        job: 'create 1,000 quote lines',
        ours: create,
        unit: 'ms',
        baseline: { value: REFERENCE.tryton1000Lines, what: 'Tryton 6 (reference figure)' },
        bar: { kind: 'ratio', most: 0.05 },
      },
      {
        job: 'save a cell, p95',
        ours: cell.ours,
        unit: 'ms',
        baseline: { value: cell.baseline, what: 'FULL commit and WebSocket round trip' },
        bar: { kind: 'ratio', most: 3 },
      },
    ];
  } finally {
    close();
    bareSocket.close();
    await program.stop();
    await bare.stop();
    await prepared.dispose();
  }
}

/** A range of ten suppliers by a hundred items, other prices every time. */
async function pastePrices(client: Client, { projectId, itemIds, quoteIds }: ComparisonProject): Promise<number> {
  const quotes = await client.quotes.list({ projectId });
  const revisionOf = new Map(quotes.map(({ id, revision }) => [id, revision]));
  const pasted = quoteIds.slice(0, 10);
  let price = 1_000_000;
  const paste = async (): Promise<number> => {
    price += 1;
    const revisions = pasted.map((quoteId) => ({ quoteId, revision: revisionOf.get(quoteId) ?? 0 }));
    const cells = pasted.flatMap((quoteId, column) =>
      itemIds.slice(0, CELLS / 10).map((itemId, row) => ({ quoteId, itemId, unitPrice: price + row * 10 + column })),
    );
    let saved: Awaited<ReturnType<Client['quotes']['savePrices']>> = [];
    const time = await timed(async () => {
      saved = await client.quotes.savePrices({ projectId, revisions, cells });
    });
    for (const { quoteId, revision } of saved) revisionOf.set(quoteId, revision);
    return time;
  };
  await medianOf(3, paste);
  return medianOf(9, paste);
}

/** Five quotes of two hundred lines each, by turns of one call a quote. */
async function createLines(client: Client, { projectId, itemIds }: ComparisonProject): Promise<number> {
  let count = 0;
  const create = async (): Promise<number> => {
    const suppliers: { readonly id: Id }[] = [];
    for (let quote = 0; quote < CELLS / itemIds.length; quote++) {
      suppliers.push(await client.suppliers.create(buildSupplier({ nameEn: `New supplier ${++count}`, nameZh: '' })));
    }
    return timed(async () => {
      for (const { id: supplierId } of suppliers) {
        const lines = itemIds.map((itemId, index) => buildLine(itemId, { unitPrice: 900_000 + index, moq: 5_000_000 }));
        await client.quotes.create({ projectId, supplierId, fields: buildQuote(), lines });
      }
    });
  };
  await medianOf(2, create);
  return medianOf(9, create);
}

async function p95OfSaves(save: (index: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < SAVES; index++) times.push(await timed(() => save(index)));
  return quantile(times, 0.95);
}

function saveCell(client: Client, { projectId, itemIds, quoteIds }: ComparisonProject) {
  const [quoteId = ''] = quoteIds.slice(-1);
  let revision: number | null = null;
  return async (index: number): Promise<void> => {
    revision ??= (await client.quotes.get({ id: quoteId })).quote.revision;
    const itemId = itemIds[index % itemIds.length] ?? '';
    const cells = [{ quoteId, itemId, unitPrice: 2_000_000 + revision }];
    const [saved] = await client.quotes.savePrices({ projectId, revisions: [{ quoteId, revision }], cells });
    revision = saved?.revision ?? null;
  };
}

function saveBare(socket: WebSocket) {
  return async (index: number): Promise<void> => {
    const answer = once(socket, 'message');
    socket.send(JSON.stringify({ id: index, price: 2_000_000 + index }));
    await answer;
  };
}
