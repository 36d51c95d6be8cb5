import { appendFileSync, renameSync, statSync } from 'node:fs';
import type { Log } from './host.ts';

const MAX_BYTES = 2 * 1024 * 1024;
const SECRET_KEY = /token|secret|cookie|password|authorization/i;
const SECRET_VALUE = /\b(token|secret|hangjia_\d+)=[^\s&;"']+/gi;

/** A log of JSON lines in one file, with the one before it kept. Secrets are blotted out; a full disk loses lines, never the program. */
export function createFileLog(file: string, clock: () => Date): Log {
  rotate(file);
  const write = (level: 'info' | 'error', message: string, data: Record<string, unknown> = {}): void => {
    const line = JSON.stringify({ at: clock().toISOString(), level, message, ...data }, blotSecrets);
    try {
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it: the log itself is what cannot be written.
    }
  };
  return {
    info: (message, data) => write('info', message, data),
    error: (message, data) => write('error', message, data),
  };
}

function blotSecrets(key: string, value: unknown): unknown {
  if (SECRET_KEY.test(key)) return '[hidden]';
  if (typeof value === 'string') return value.replaceAll(SECRET_VALUE, '$1=[hidden]');
  if (typeof value === 'bigint') return value.toString();
  return value;
}

function rotate(file: string): void {
  try {
    if (statSync(file).size > MAX_BYTES) renameSync(file, `${file}.1`);
  } catch {
    // No log yet.
  }
}
