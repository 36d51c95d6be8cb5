import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs';
import { open } from 'node:fs/promises';

/** Puts a file's content, or the names in a folder, on disk for good. Windows cannot open folders and needs no such thing. */
export async function syncPath(path: string, kind: 'file' | 'folder'): Promise<void> {
  if (kind === 'folder' && process.platform === 'win32') return;
  const handle = await open(path, kind === 'file' ? 'r+' : 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** As `syncPath`, for worker threads. */
export function syncPathNow(path: string, kind: 'file' | 'folder'): void {
  if (kind === 'folder' && process.platform === 'win32') return;
  const descriptor = openSync(path, kind === 'file' ? 'r+' : 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** SHA-256 in hexadecimal and size of a file, read in pieces. Blocks: for worker threads. */
export function hashFileNow(file: string): { sha256: string; byteSize: number } {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(1 << 20);
  const descriptor = openSync(file, 'r');
  let byteSize = 0;
  try {
    for (;;) {
      const read = readSync(descriptor, buffer, 0, buffer.length, null);
      if (read === 0) return { sha256: digest.digest('hex'), byteSize };
      digest.update(buffer.subarray(0, read));
      byteSize += read;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** As `hashFileNow`, without holding up the program. */
export async function hashFile(file: string): Promise<string> {
  const digest = createHash('sha256');
  const handle = await open(file, 'r');
  for await (const chunk of handle.createReadStream({ highWaterMark: 1 << 20 })) digest.update(chunk);
  return digest.digest('hex');
}
