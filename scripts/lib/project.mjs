import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The oldest Node the program runs on. */
export const OLDEST_NODE = 24;

/** What a script has to say besides its result: never mixed with the result on standard output. */
export function note(message) {
  process.stderr.write(`${message}\n`);
}

/** Ends the script with a sentence for the user. */
export function stop(message) {
  note(message);
  process.exit(1);
}
