import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for, whatever host answers it. */
export interface StartOptions {
  /** Absolute folder of the workspace to open; null for the start page. */
  readonly workspaceDir: string | null;
  readonly sample: boolean;
  /** Print the address instead of opening a window (browser host only). */
  readonly noOpen: boolean;
  readonly help: boolean;
}

/** Reads the command line. Throws an Error with a sentence for anything it does not know. Relative folders are below `cwd`. */
export function parseStartOptions(args: readonly string[], cwd: string): StartOptions {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    allowPositionals: false,
    options: {
      browser: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      workspace: { type: 'string' },
      sample: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.workspace === '') throw new Error('--workspace needs a folder');
  if (values.workspace !== undefined && values.sample) throw new Error('--workspace and --sample exclude each other');
  return {
    workspaceDir: values.workspace === undefined ? null : resolve(cwd, values.workspace),
    sample: values.sample ?? false,
    noOpen: values['no-open'] ?? false,
    help: values.help ?? false,
  };
}
