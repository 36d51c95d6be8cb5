import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WriteGate } from '../core/write-gate.ts';
import { type AttachmentStore, AttachmentTooLarge } from './store.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Opens the attachment store below `root` (the folder may not exist yet). At most `limitBytes` a file. */
export function openFileStore(root: string, limitBytes: number): AttachmentStore {
  const incoming = join(root, 'incoming');
  /** Put since this store was opened: the sweep never takes them, their rows may not be written yet. */
  const fresh = new Set<string>();
  const gate = new WriteGate();

  const store: AttachmentStore = {
    async put(content) {
      const temporary = join(incoming, randomUUID());
      await mkdir(incoming, { recursive: true });
      try {
        const written = await writeHashed(temporary, content, limitBytes);
        await gate.run(async () => {
          fresh.add(written.sha256);
          // What lies there under the same name but altered is replaced by the true bytes.
          if ((await store.check(written.sha256)) === 'intact') return;
          const file = pathIn(root, written.sha256);
          await mkdir(dirname(file), { recursive: true });
          await rename(temporary, file);
          await syncFolder(dirname(file));
          await syncFolder(root);
        });
        return written;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async pathOf(sha256) {
      const file = pathIn(root, sha256);
      return (await sizeOf(file)) === null ? null : file;
    },
    async sizeOf(sha256) {
      return sizeOf(pathIn(root, sha256));
    },
    async check(sha256) {
      const file = pathIn(root, sha256);
      if ((await sizeOf(file)) === null) return 'missing';
      return (await hashOf(file)) === sha256 ? 'intact' : 'altered';
    },
    async list() {
      const names: string[] = [];
      for (const folder of await entriesOf(root)) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue;
        for (const name of await entriesOf(join(root, folder))) if (SHA256.test(name)) names.push(name);
      }
      return names;
    },
    async sweep(referenced) {
      let swept = 0;
      for (const sha256 of await store.list()) {
        if (referenced.has(sha256)) continue;
        await gate.run(async () => {
          if (fresh.has(sha256)) return;
          await rm(pathIn(root, sha256), { force: true });
          swept += 1;
        });
      }
      return swept;
    },
  };
  return store;
}

/** Removes what an interrupted `put` left behind. Only for the holder of the folder's lock, before the first `put`. */
export async function clearIncoming(root: string): Promise<void> {
  await rm(join(root, 'incoming'), { recursive: true, force: true });
}

function pathIn(root: string, sha256: string): string {
  // The only text that ever becomes part of a path.
  if (!SHA256.test(sha256)) throw new RangeError('no SHA-256');
  return join(root, sha256.slice(0, 2), sha256);
}

async function writeHashed(
  file: string,
  content: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<{ sha256: string; byteSize: number }> {
  const digest = createHash('sha256');
  let byteSize = 0;
  const handle = await open(file, 'wx');
  try {
    for await (const chunk of content) {
      byteSize += chunk.byteLength;
      if (byteSize > limitBytes) throw new AttachmentTooLarge(limitBytes);
      digest.update(chunk);
      for (let offset = 0; offset < chunk.byteLength; ) {
        offset += (await handle.write(chunk, offset)).bytesWritten;
      }
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: digest.digest('hex'), byteSize };
}

/** SHA-256 of a file, read in pieces. */
export async function hashOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) digest.update(chunk);
  return digest.digest('hex');
}

/** Puts a rename or a new file on disk for good. Windows cannot open folders and needs no such thing. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.size : null;
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
