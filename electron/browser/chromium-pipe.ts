import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import * as z from 'zod';
import type { FoundBrowser } from './find-chromium.ts';

const message = z.object({
  id: z.number().optional(),
  sessionId: z.string().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});

interface Call {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A browser without a window, spoken to over its debugging pipe: no port that another program could find, and it ends
 * with this process.
 */
export class ChromiumPipe {
  readonly #process: ChildProcess;
  readonly #input: Writable;
  readonly #profile: string;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Set<(method: string, sessionId: string | undefined) => void>();
  #nextId = 1;
  #page: Promise<string> | null = null;
  #gone: Error | null = null;

  constructor(browser: FoundBrowser) {
    this.#profile = mkdtempSync(join(tmpdir(), 'hangjia-pdf-'));
    this.#process = spawn(browser.executable, [...ARGS, ...browser.sandboxArgs, `--user-data-dir=${this.#profile}`], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
      // Its own group, so that all of its processes can be ended at once.
      detached: process.platform !== 'win32',
    });
    const [, , , input, output] = this.#process.stdio;
    if (!(input instanceof Writable) || !(output instanceof Readable)) throw new Error('no pipe to the browser');
    this.#input = input;
    this.#process.on('error', (error) => this.#end(error));
    this.#process.on('exit', () => this.#end(new Error('the browser ended')));
    // Its end is told by 'exit'.
    input.on('error', () => undefined);
    output.on('error', () => undefined);
    this.#read(output);
  }

  get isAlive(): boolean {
    return this.#gone === null;
  }

  /** Calls a method of the DevTools protocol and checks the shape of its answer. */
  async send<T>(method: string, params: Record<string, unknown>, schema: z.ZodType<T>, sessionId?: string): Promise<T> {
    if (this.#gone !== null) throw this.#gone;
    const id = this.#nextId++;
    const result = await new Promise<unknown>((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
    return schema.parse(result);
  }

  /** The session of the one tab, opened when it is first asked for. */
  page(): Promise<string> {
    this.#page ??= this.#openPage();
    return this.#page;
  }

  /** Hears the names of events; returns how to stop. */
  listen(listener: (method: string, sessionId: string | undefined) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the browser with everything it started, and removes its profile. */
  async kill(): Promise<void> {
    const { pid } = this.#process;
    if (pid !== undefined && this.#process.exitCode === null && this.#process.signalCode === null) {
      const exited = new Promise((resolve) => this.#process.once('exit', resolve));
      try {
        if (process.platform === 'win32') this.#process.kill();
        else process.kill(-pid, 'SIGKILL');
      } catch {
        // Gone in between.
      }
      await exited;
    }
    this.#end(new Error('the browser was ended'));
    // A file that a dying process still holds goes with the system's temporary folder.
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }).catch(() => undefined);
  }

  async #openPage(): Promise<string> {
    const target = z.object({ targetId: z.string() });
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank' }, target);
    const attached = z.object({ sessionId: z.string() });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true }, attached);
    return sessionId;
  }

  #read(output: Readable): void {
    let chunks: Buffer[] = [];
    output.on('data', (data: Buffer) => {
      let start = 0;
      for (let end = data.indexOf(0); end !== -1; end = data.indexOf(0, start)) {
        chunks.push(data.subarray(start, end));
        this.#receive(Buffer.concat(chunks).toString('utf8'));
        chunks = [];
        start = end + 1;
      }
      if (start < data.length) chunks.push(data.subarray(start));
    });
  }

  #receive(text: string): void {
    const { id, method, sessionId, result, error } = message.parse(JSON.parse(text));
    if (id === undefined) {
      for (const listener of this.#listeners) listener(method ?? '', sessionId);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new Error(error.message));
  }

  #end(reason: Error): void {
    if (this.#gone !== null) return;
    this.#gone = reason;
    for (const call of this.#calls.values()) call.reject(reason);
    this.#calls.clear();
  }
}

const ARGS = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-breakpad',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--mute-audio',
  '--hide-scrollbars',
  '--font-render-hinting=none',
  '--password-store=basic',
  '--use-mock-keychain',
  '--no-proxy-server',
  // It prints our pages and has nothing to look for anywhere else.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
