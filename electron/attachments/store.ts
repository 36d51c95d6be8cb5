/** Content-addressed files of a workspace: named by their SHA-256, written once, never changed. */
export interface AttachmentStore {
  /**
   * Writes the bytes (temp, fsync, rename, fsync of the folder) and returns their name and size. The same bytes are
   * stored once. Errors: AttachmentTooLarge; whatever the disk or the source says, with nothing left behind.
   */
  put(content: AsyncIterable<Uint8Array>): Promise<{ sha256: string; byteSize: number }>;
  /** Where the bytes lie; null when they are missing. */
  pathOf(sha256: string): Promise<string | null>;
  /** Size of the stored file in bytes; null when it is missing. */
  sizeOf(sha256: string): Promise<number | null>;
  /** `intact`, `missing`, or `altered` when the hash no longer matches. Reads the whole file, once. */
  check(sha256: string): Promise<'intact' | 'missing' | 'altered'>;
  /** Deletes these files, unless they were put since the store was opened: their rows may be on their way. */
  discard(names: Iterable<string>): Promise<void>;
}

/** The content is larger than the store takes. */
export class AttachmentTooLarge extends Error {
  readonly limitBytes: number;

  constructor(limitBytes: number) {
    super(`more than ${limitBytes} bytes`);
    this.name = 'AttachmentTooLarge';
    this.limitBytes = limitBytes;
  }
}
