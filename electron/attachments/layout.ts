import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where the file of a hash lies below the store's root: "ab/abcdef…". Errors: RangeError for anything but a SHA-256. */
export function storedPath(root: string, sha256: string): string {
  // The only text that ever becomes part of a path.
  if (!SHA256.test(sha256)) throw new RangeError('no SHA-256');
  return join(root, sha256.slice(0, 2), sha256);
}

/** Files that are being written; only what is whole is moved out of here. */
export function incomingFolder(root: string): string {
  return join(root, 'incoming');
}

/** The hashes of all files in the store. */
export function storedNames(root: string): string[] {
  return entriesOf(root)
    .filter((folder) => /^[0-9a-f]{2}$/.test(folder))
    .flatMap((folder) => entriesOf(join(root, folder)).filter((name) => SHA256.test(name)));
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
