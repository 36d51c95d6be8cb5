import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { WriteGate } from '../core/write-gate.ts';
import { hashFile, syncPath } from '../db/sync-files.ts';
import { incomingFolder, storedPath } from './layout.ts';
import { type AttachmentStore, AttachmentTooLarge } from './store.ts';

/** Opens the attachment store below `root` (the folder may not exist yet). At most `limitBytes` a file. */
export function openFileStore(root: string, limitBytes: number): AttachmentStore {
  const fresh = new Set<string>();
  /** Files that were read to the end once are not read again until their time or size changes. */
  const intactSince = new Map<string, string>();
  /** Moving a file in and throwing one out take turns: the same name may be in both hands. */
  const gate = new WriteGate();

  const store: AttachmentStore = {
    async put(content) {
      const incoming = incomingFolder(root);
      const temporary = join(incoming, randomUUID());
      await mkdir(incoming, { recursive: true });
      try {
        const written = await writeHashed(temporary, content, limitBytes);
        await gate.run(async () => {
          fresh.add(written.sha256);
          // What lies there under the same name but altered is replaced by the true bytes.
          if ((await store.check(written.sha256)) === 'intact') return;
          const file = storedPath(root, written.sha256);
          await mkdir(dirname(file), { recursive: true });
          await rename(temporary, file);
          await syncPath(dirname(file), 'folder');
          await syncPath(root, 'folder');
        });
        return written;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    async pathOf(sha256) {
      return (await store.sizeOf(sha256)) === null ? null : storedPath(root, sha256);
    },
    async sizeOf(sha256) {
      const found = await stat(storedPath(root, sha256)).catch(() => null);
      return found?.isFile() ? found.size : null;
    },
    async check(sha256) {
      const file = storedPath(root, sha256);
      const found = await stat(file).catch(() => null);
      if (!found?.isFile()) return 'missing';
      const stamp = `${found.mtimeMs} ${found.size} ${found.ino}`;
      if (intactSince.get(sha256) === stamp) return 'intact';
      if ((await hashFile(file)) !== sha256) return 'altered';
      intactSince.set(sha256, stamp);
      return 'intact';
    },
    async discard(names) {
      for (const sha256 of names) {
        await gate.run(async () => {
          if (!fresh.has(sha256)) await rm(storedPath(root, sha256), { force: true });
        });
      }
    },
  };
  return store;
}

/** Removes what an interrupted `put` left behind. Only for the holder of the folder's lock, before the first `put`. */
export async function clearIncoming(root: string): Promise<void> {
  await rm(incomingFolder(root), { recursive: true, force: true });
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
      await writeAll(handle, chunk);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: digest.digest('hex'), byteSize };
}

async function writeAll(handle: Awaited<ReturnType<typeof open>>, chunk: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < chunk.byteLength) offset += (await handle.write(chunk, offset)).bytesWritten;
}
