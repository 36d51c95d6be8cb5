/** The oldest Node the database engine runs on; below it the process crashes without a word. */
export const OLDEST_NODE = 24;

/** Call before anything that imports the database. Throws with a sentence that says what to do. */
export function requireNode(version: string = process.versions.node): void {
  const major = Number(version.split('.')[0]);
  if (major >= OLDEST_NODE) return;
  throw new Error(
    `Hangjia needs Node ${OLDEST_NODE} or newer, this is ${version}. Start it with "npm start", which brings its own Node.`,
  );
}
