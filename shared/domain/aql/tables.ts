/**
 * ISO 2859-1 (ANSI/ASQ Z1.4, MIL-STD-105E) single sampling, normal inspection: table 1 (code letters) and table 2-A
 * (sample sizes and acceptance numbers), for the six limits used in consumer goods (DOMAIN 9).
 */

export const INSPECTION_LEVELS = ['S-1', 'S-2', 'S-3', 'S-4', 'I', 'II', 'III'] as const;
export type InspectionLevel = (typeof INSPECTION_LEVELS)[number];

/** Percent of nonconforming pieces (or nonconformities per hundred), written as the standard writes them. */
export const AQLS = ['0.65', '1.0', '1.5', '2.5', '4.0', '6.5'] as const;
export type Aql = (typeof AQLS)[number];

/** There is no I and no O, as in the standard. */
export const CODE_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R'] as const;
export type CodeLetter = (typeof CODE_LETTERS)[number];

/** Table 1: the letter of each level, in the order of INSPECTION_LEVELS, for lots up to `maxLot` pieces. */
export const LETTERS_BY_LOT: readonly { readonly maxLot: number; readonly letters: string }[] = [
  { maxLot: 8, letters: 'AAAAAAB' },
  { maxLot: 15, letters: 'AAAAABC' },
  { maxLot: 25, letters: 'AABBBCD' },
  { maxLot: 50, letters: 'ABBCCDE' },
  { maxLot: 90, letters: 'BBCCCEF' },
  { maxLot: 150, letters: 'BBCDDFG' },
  { maxLot: 280, letters: 'BCDEEGH' },
  { maxLot: 500, letters: 'BCDEFHJ' },
  { maxLot: 1_200, letters: 'CCEFGJK' },
  { maxLot: 3_200, letters: 'CDEGHKL' },
  { maxLot: 10_000, letters: 'CDFGJLM' },
  { maxLot: 35_000, letters: 'CDFHKMN' },
  { maxLot: 150_000, letters: 'DEGJLNP' },
  { maxLot: 500_000, letters: 'DEGJMPQ' },
  { maxLot: Number.POSITIVE_INFINITY, letters: 'DEHKNQR' },
];

/** A number is Ac (Re is one more); `down` and `up` send to the first plan below or above, whose own n is used. */
export type MasterCell = number | 'down' | 'up';

/** Table 2-A: pieces to draw, and one cell for each of AQLS. */
export const MASTER_TABLE: Readonly<Record<CodeLetter, { readonly n: number; readonly cells: readonly MasterCell[] }>> =
  {
    A: row(2, 'v v v v v 0'),
    B: row(3, 'v v v v 0 ^'),
    C: row(5, 'v v v 0 ^ v'),
    D: row(8, 'v v 0 ^ v 1'),
    E: row(13, 'v 0 ^ v 1 2'),
    F: row(20, '0 ^ v 1 2 3'),
    G: row(32, '^ v 1 2 3 5'),
    H: row(50, 'v 1 2 3 5 7'),
    J: row(80, '1 2 3 5 7 10'),
    K: row(125, '2 3 5 7 10 14'),
    L: row(200, '3 5 7 10 14 21'),
    M: row(315, '5 7 10 14 21 ^'),
    N: row(500, '7 10 14 21 ^ ^'),
    P: row(800, '10 14 21 ^ ^ ^'),
    Q: row(1250, '14 21 ^ ^ ^ ^'),
    R: row(2000, '21 ^ ^ ^ ^ ^'),
  };

function row(n: number, cells: string): { n: number; cells: readonly MasterCell[] } {
  return { n, cells: cells.split(' ').map((cell) => (cell === 'v' ? 'down' : cell === '^' ? 'up' : Number(cell))) };
}
