import { constants, type ReadStream } from 'node:fs';
import { open } from 'node:fs/promises';

export type SourceRefusal = 'tooLarge' | 'notAFile' | 'unreadable';

/** A file on this machine that is not taken. */
export class SourceRefused extends Error {
  readonly kind: SourceRefusal;

  constructor(kind: SourceRefusal) {
    super(kind);
    this.name = 'SourceRefused';
    this.kind = kind;
  }
}

/**
 * Opens a plain file for reading. Links, folders, pipes and devices are refused without waiting for a writer.
 * Errors: SourceRefused.
 */
export async function openSource(file: string, limitBytes: number): Promise<ReadStream> {
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  // Windows has neither flag and none of the things they guard against under a plain path.
  const flags = O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0);
  const handle = await open(file, flags).catch((error: NodeJS.ErrnoException) => {
    throw new SourceRefused(
      error.code === 'ELOOP' || error.code === 'EISDIR' || error.code === 'ENXIO' ? 'notAFile' : 'unreadable',
    );
  });
  try {
    const found = await handle.stat();
    if (!found.isFile()) throw new SourceRefused('notAFile');
    if (found.size > limitBytes) throw new SourceRefused('tooLarge');
    return handle.createReadStream();
  } catch (error) {
    await handle.close();
    throw error;
  }
}
