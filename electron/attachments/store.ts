import type { Readable } from 'node:stream';

/** Content-addressed files of a workspace: named by their SHA-256, written once, never changed. */
export interface AttachmentStore {
  /** Writes the bytes (temp, fsync, rename, fsync of the folder) and returns their name and size. */
  put(content: Readable | AsyncIterable<Uint8Array>): Promise<{ sha256: string; byteSize: number }>;
  /** Where the bytes lie; null when they are missing. */
  pathOf(sha256: string): Promise<string | null>;
  /** `intact`, `missing`, or `altered` when the hash no longer matches. */
  check(sha256: string): Promise<'intact' | 'missing' | 'altered'>;
  /** Deletes files that nothing in `referenced` names, and left-over temporary files. */
  sweep(referenced: ReadonlySet<string>): Promise<number>;
}
