import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export const START_HELP = `Usage: npm start -- [options]

Opens Hangjia: in Electron where its runtime is installed or can be fetched, else in the
Chromium, Chrome or Edge of this machine.

  --workspace DIR  open the workspace in DIR (made when DIR is missing or empty)
  --sample         open the sample workspace
  --browser        use the browser, not Electron
  --no-open        open no window; print a one-time address as the last line
  --help           show this

HANGJIA_HOME names the folder of the program's own data, HANGJIA_CHROMIUM a browser to use.`;

/** Reads the command line of "npm start"; throws an Error with a sentence for anything it does not know. */
export function parseStartArgs(args) {
  const { values } = parseArgs({
    args,
    strict: true,
    allowPositionals: false,
    options: {
      workspace: { type: 'string' },
      sample: { type: 'boolean' },
      browser: { type: 'boolean' },
      'no-open': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.workspace === '') throw new Error('--workspace needs a folder.');
  if (values.workspace !== undefined && values.sample) throw new Error('--workspace and --sample exclude each other.');
  return values;
}

/** The arguments the chosen host is started with; folders are those the user means, wherever npm has moved to. */
export function hostArgs(values) {
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return [
    ...(values.workspace === undefined ? [] : [`--workspace=${resolve(cwd, values.workspace)}`]),
    ...(values.sample ? ['--sample'] : []),
    ...(values['no-open'] ? ['--no-open'] : []),
  ];
}
