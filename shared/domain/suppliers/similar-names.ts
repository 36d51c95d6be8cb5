/** Names at least this long (without legal form) may differ by one letter, and from LONG_NAME on by two. */
const SHORT_NAME = 4;
const LONG_NAME = 12;

/** How many letters two names may differ by and still be similar, by the length of the shorter; 0 where it is too short to tell. */
function allowance(length: number): number {
  return length >= LONG_NAME ? 2 : length >= SHORT_NAME ? 1 : 0;
}

/** Whether two names differ by no more letters than their length allows. Symmetric. */
export function areSimilar(a: string, b: string): boolean {
  // A letter outside the basic plane counts as two here, which never makes the difference smaller.
  if (Math.abs(a.length - b.length) > 2 * 2) return false;
  const [left, right] = [[...a], [...b]];
  const most = allowance(Math.min(left.length, right.length));
  if (most === 0 || Math.abs(left.length - right.length) > most) return false;
  return editDistance(...withoutCommonEnds(left, right), most) <= most;
}

/**
 * In how many places two texts differ: letters to put in, take out or change (Levenshtein). What is more than `most` is only said
 * to be more.
 */
export function editDistance(
  left: readonly string[],
  right: readonly string[],
  most: number = Number.POSITIVE_INFINITY,
): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, sign] of left.entries()) {
    let previous = i + 1;
    let least = previous;
    const next = [previous];
    for (let j = 0; j < right.length; j++) {
      const change = (row[j] ?? 0) + (sign === right[j] ? 0 : 1);
      previous = Math.min(change, (row[j + 1] ?? 0) + 1, previous + 1);
      if (previous < least) least = previous;
      next.push(previous);
    }
    if (least > most) return least;
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** What is left between a common beginning and end; in how many places the texts differ stays the same. */
function withoutCommonEnds(left: readonly string[], right: readonly string[]): [readonly string[], readonly string[]] {
  let start = 0;
  while (start < left.length && start < right.length && left[start] === right[start]) start++;
  let end = 0;
  const shorter = Math.min(left.length, right.length) - start;
  while (end < shorter && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  return [left.slice(start, left.length - end), right.slice(start, right.length - end)];
}

/** A piece that so many names share ("shenzhen") tells none from another. */
const MOST_SHARING = 200;

/**
 * Finds the names that may be similar to a given one without comparing all with all: of three pieces of a name, two differences
 * leave one whole, at most two letters from its place. An owner may have several names.
 * Source: the pigeonhole join of G. Li, D. Deng, J. Wang, J. Feng, "Pass-Join", PVLDB 5(3), 2011.
 */
export class NamePieces {
  readonly #kept = new Map<string, Kept[]>();

  keep(name: string, owner: number): void {
    const signs = [...name];
    const kept = { owner, letters: lettersOf(signs) };
    for (const { at, size, place } of piecesOf(signs.length)) {
      const key = keyOf(signs.length, place, signs.slice(at, at + size));
      const sharing = this.#kept.get(key);
      if (sharing === undefined) this.#kept.set(key, [kept]);
      else sharing.push(kept);
    }
  }

  /** Owners of all names that may be similar; some of them are not. */
  near(name: string): Set<number> {
    const found = new Set<number>();
    const signs = [...name];
    const letters = lettersOf(signs);
    const reach = allowance(signs.length);
    for (let length = signs.length - reach; length <= signs.length + reach; length++) {
      const shift = Math.min(reach, allowance(length));
      for (const { at, size, place } of piecesOf(length)) {
        for (let from = Math.max(0, at - shift); from <= at + shift && from + size <= signs.length; from++) {
          const sharing = this.#kept.get(keyOf(length, place, signs.slice(from, from + size))) ?? [];
          if (sharing.length > MOST_SHARING) continue;
          for (const kept of sharing) if (bitsIn(kept.letters ^ letters) <= 2 * shift) found.add(kept.owner);
        }
      }
    }
    return found;
  }
}

interface Kept {
  readonly owner: number;
  readonly letters: number;
}

/** Which letters a name has, a bit each; letters share bits. One difference takes a letter away and brings another: two bits. */
function lettersOf(signs: readonly string[]): number {
  let letters = 0;
  for (const sign of signs) letters |= 1 << ((sign.codePointAt(0) ?? 0) % 31);
  return letters;
}

function bitsIn(figure: number): number {
  let count = 0;
  for (let left = figure; left !== 0; left &= left - 1) count++;
  return count;
}

interface Piece {
  readonly at: number;
  readonly size: number;
  readonly place: number;
}

/** One piece more than letters may differ, of nearly the same size; none for a name too short to be similar to any. */
function piecesOf(length: number): Piece[] {
  const most = allowance(length);
  if (most === 0) return [];
  const count = most + 1;
  return Array.from({ length: count }, (_, place) => {
    const at = Math.floor((place * length) / count);
    return { at, size: Math.floor(((place + 1) * length) / count) - at, place };
  });
}

function keyOf(length: number, place: number, signs: readonly string[]): string {
  return `${length}:${place}:${signs.join('')}`;
}
