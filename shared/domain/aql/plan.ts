import {
  AQLS,
  type Aql,
  CODE_LETTERS,
  type CodeLetter,
  INSPECTION_LEVELS,
  type InspectionLevel,
  LETTERS_BY_LOT,
  MASTER_TABLE,
} from './tables.ts';

export const DEFECT_CLASSES = ['critical', 'major', 'minor'] as const;
export type DefectClass = (typeof DEFECT_CLASSES)[number];

/** `0`: no such defect is taken (Ac 0), as is usual for critical ones; it has no row in the standard. */
export type ClassLimit = Aql | '0';
export const CLASS_LIMITS = ['0', ...AQLS] as const;

export interface PlanQuestion {
  /** Whole pieces presented together. */
  readonly lotSize: number;
  readonly level: InspectionLevel;
  readonly limits: Readonly<Record<DefectClass, ClassLimit>>;
}

/** What most buyers of consumer goods agree on (DOMAIN 9, [P]). */
export const DEFAULT_LEVEL: InspectionLevel = 'II';
export const DEFAULT_LIMITS: Readonly<Record<DefectClass, ClassLimit>> = { critical: '0', major: '2.5', minor: '4.0' };

export interface ClassPlan {
  readonly limit: ClassLimit;
  /** The letter whose row is used; other than the lot's letter where an arrow led away. Null for the limit `0`. */
  readonly letter: CodeLetter | null;
  readonly arrow: 'down' | 'up' | null;
  /** Pieces this class alone would need; null where it rides on the others. */
  readonly sampleSize: number | null;
  readonly accept: number;
  readonly reject: number;
}

export interface SamplingPlan {
  readonly letter: CodeLetter;
  readonly classes: Readonly<Record<DefectClass, ClassPlan>>;
  /** Pieces to inspect: the largest need of any class, at most the whole lot. */
  readonly sampleSize: number;
  /** The sample would be as large as the lot or larger, so every piece is inspected; Ac stays as it is. */
  readonly inspectsAll: boolean;
}

export type PlanProblem =
  | { readonly code: 'lotSize'; readonly lotSize: number }
  | { readonly code: 'level'; readonly level: string }
  | { readonly code: 'limit'; readonly class: DefectClass; readonly limit: string };

/** Why there is no plan for this question; null when there is one. A limit between two of the list is never interpolated. */
export function planProblem(question: {
  readonly lotSize: number;
  readonly level: string;
  readonly limits: Readonly<Record<DefectClass, string>>;
}): PlanProblem | null {
  const { lotSize, level, limits } = question;
  if (!Number.isSafeInteger(lotSize) || lotSize < 1) return { code: 'lotSize', lotSize };
  if (!isLevel(level)) return { code: 'level', level };
  const wrong = DEFECT_CLASSES.find((one) => !isClassLimit(limits[one]));
  return wrong === undefined ? null : { code: 'limit', class: wrong, limit: limits[wrong] };
}

/**
 * The sampling plan of a lot (ISO 2859-1 single, normal; DOMAIN 9). Each class takes the plan of its own limit, arrows lead to
 * the first plan below or above with that plan's sample size, the largest sample size is inspected for all classes. A lot that
 * is no larger than its sample is inspected whole with Ac unchanged; a lot of one piece with Ac 0.
 * Errors: RangeError where `planProblem` names one.
 */
export function samplingPlan(question: PlanQuestion): SamplingPlan {
  const problem = planProblem(question);
  if (problem !== null) throw new RangeError(`no sampling plan: ${problem.code}`);
  const { lotSize, level, limits } = question;
  const letter = codeLetter(lotSize, level);
  const isSingle = lotSize < 2;
  const classes = {
    critical: classPlan(letter, limits.critical, isSingle),
    major: classPlan(letter, limits.major, isSingle),
    minor: classPlan(letter, limits.minor, isSingle),
  };
  const needs = DEFECT_CLASSES.flatMap((one) => classes[one].sampleSize ?? []);
  // Where no class has a limit of the standard, the letter's own sample size is drawn.
  const needed = needs.length === 0 ? MASTER_TABLE[letter].n : Math.max(...needs);
  return { letter, classes, sampleSize: Math.min(needed, lotSize), inspectsAll: needed >= lotSize };
}

/** Table 1: the code letter of a lot. Errors: RangeError for a lot that is no whole number of pieces above 0. */
export function codeLetter(lotSize: number, level: InspectionLevel): CodeLetter {
  if (!Number.isSafeInteger(lotSize) || lotSize < 1) throw new RangeError(`no lot size: ${lotSize}`);
  const letters = LETTERS_BY_LOT.find(({ maxLot }) => lotSize <= maxLot)?.letters ?? '';
  const letter = letters[INSPECTION_LEVELS.indexOf(level)];
  const found = CODE_LETTERS.find((one) => one === letter);
  if (found === undefined) throw new RangeError(`no code letter for ${lotSize} at level ${level}`);
  return found;
}

/** Table 2-A with its arrows followed. Errors: RangeError where no plan stands in the arrow's direction (there is none such). */
export function masterPlan(
  letter: CodeLetter,
  aql: Aql,
): { readonly letter: CodeLetter; readonly n: number; readonly accept: number; readonly arrow: 'down' | 'up' | null } {
  const column = AQLS.indexOf(aql);
  let place = CODE_LETTERS.indexOf(letter);
  let arrow: 'down' | 'up' | null = null;
  for (let at = CODE_LETTERS[place]; at !== undefined; at = CODE_LETTERS[place]) {
    const { n, cells } = MASTER_TABLE[at];
    const cell = cells[column];
    if (typeof cell === 'number') return { letter: at, n, accept: cell, arrow };
    if (cell === undefined) break;
    // An arrow keeps its direction until it meets a plan.
    arrow ??= cell;
    place += arrow === 'down' ? 1 : -1;
  }
  throw new RangeError(`no plan for ${letter} at ${aql}`);
}

export function isLevel(text: string): text is InspectionLevel {
  return INSPECTION_LEVELS.some((one) => one === text);
}

export function isClassLimit(text: string): text is ClassLimit {
  return CLASS_LIMITS.some((one) => one === text);
}

function classPlan(lotLetter: CodeLetter, limit: ClassLimit, isSingle: boolean): ClassPlan {
  if (limit === '0') return { limit, letter: null, arrow: null, sampleSize: null, accept: 0, reject: 1 };
  const { letter, n, accept, arrow } = masterPlan(lotLetter, limit);
  const ac = isSingle ? 0 : accept;
  return { limit, letter, arrow, sampleSize: n, accept: ac, reject: ac + 1 };
}
