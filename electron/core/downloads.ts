import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Id } from '../../shared/kernel/ids.ts';

export interface DownloadFile {
  readonly file: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly byteSize: number;
}

/** Finished files waiting to be fetched over GET /downloads/TICKET. The ticket is unguessable and the file goes with the program. */
export class Downloads {
  readonly #files = new Map<Id, DownloadFile>();
  readonly #newTicket: () => string;

  constructor(newTicket: () => string) {
    this.#newTicket = newTicket;
  }

  async offer(
    file: string,
    fileName: string,
    mediaType: string,
  ): Promise<{ url: string; fileName: string; byteSize: number }> {
    const { size } = await stat(file);
    const ticket = this.#newTicket();
    this.#files.set(ticket, { file, fileName: basename(fileName), mediaType, byteSize: size });
    return { url: `/downloads/${ticket}`, fileName, byteSize: size };
  }

  find(ticket: string): DownloadFile | null {
    return this.#files.get(ticket) ?? null;
  }

  async clear(): Promise<void> {
    for (const { file } of this.#files.values()) await rm(file, { force: true });
    this.#files.clear();
  }
}
