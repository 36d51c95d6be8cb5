import { randomBytes } from 'node:crypto';
import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';

export interface DownloadFile {
  readonly file: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
}

/** So many finished files are kept; the oldest goes when another comes. */
const KEPT = 50;

/**
 * Finished files waiting to be fetched over GET /downloads/TICKET. The ticket is unguessable. A file may be fetched
 * again (a browser repeats a download that broke off) and goes with the program at the latest.
 */
export class Downloads {
  readonly #files = new Map<string, DownloadFile>();

  /** Takes the file over: it is deleted here and nowhere else. */
  async offer(
    file: string,
    fileName: string,
    mediaType: string,
  ): Promise<{ url: string; fileName: string; byteSize: number }> {
    const { size } = await stat(file);
    const name = basename(fileName);
    const ticket = randomBytes(24).toString('base64url');
    this.#files.set(ticket, { file, fileName: name, mediaType, byteSize: size });
    await this.#dropOldest();
    return { url: `/downloads/${ticket}`, fileName: name, byteSize: size };
  }

  find(ticket: string): DownloadFile | null {
    return this.#files.get(ticket) ?? null;
  }

  async clear(): Promise<void> {
    const files = [...this.#files.values()];
    this.#files.clear();
    for (const { file } of files) await rm(file, { force: true });
  }

  async #dropOldest(): Promise<void> {
    const [oldest] = this.#files;
    if (this.#files.size <= KEPT || oldest === undefined) return;
    const [ticket, { file }] = oldest;
    this.#files.delete(ticket);
    await rm(file, { force: true });
  }
}
