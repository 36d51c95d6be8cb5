import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CLASS_LIMITS,
  type ClassLimit,
  codeLetter,
  DEFAULT_LEVEL,
  DEFAULT_LIMITS,
  DEFECT_CLASSES,
  masterPlan,
  planProblem,
  samplingPlan,
} from '../../../shared/domain/aql/plan.ts';
import { AQLS, type Aql, CODE_LETTERS, INSPECTION_LEVELS, MASTER_TABLE } from '../../../shared/domain/aql/tables.ts';
import { tracePlan } from '../../../shared/domain/aql/trace.ts';

/** The tables written down a second time, independently of the program, and compared with three published copies of the standard. */
const reference: Reference = JSON.parse(readFileSync(new URL('./reference-tables.json', import.meta.url), 'utf8'));

interface Reference {
  readonly levels: readonly string[];
  readonly codeLetters: readonly { readonly maxLot: number | null; readonly letters: string }[];
  readonly sampleSize: Readonly<Record<string, number>>;
  readonly aqls: readonly number[];
  readonly master: Readonly<Record<string, readonly (number | 'v' | '^')[]>>;
  /** Row by row, in the order of the limits: letter, sample size and acceptance number of the plan that applies, as "F 20 0". */
  readonly resolved: Readonly<Record<string, readonly string[]>>;
}

/** Every range of lots with its smallest and its largest lot; the last range is open. */
const RANGES = reference.codeLetters.map(({ maxLot, letters }, place) => ({
  ends: [(reference.codeLetters[place - 1]?.maxLot ?? 0) + 1, maxLot ?? 10_000_000],
  letters,
}));

describe('against the reference tables', () => {
  // Were the file cut short, the loops below would compare less than they say.
  test('the reference is whole: 15 ranges, 7 levels, 16 letters, 6 limits, 96 cells of which 42 are arrows', () => {
    expect(reference.codeLetters.map(({ letters }) => letters.length)).toEqual(Array.from({ length: 15 }, () => 7));
    expect(reference.levels).toEqual(INSPECTION_LEVELS);
    expect(reference.aqls).toEqual(AQLS.map(Number));
    expect(Object.keys(reference.master)).toEqual([...CODE_LETTERS]);
    expect(Object.values(reference.master).map((cells) => cells.length)).toEqual(Array.from({ length: 16 }, () => 6));
    expect(
      Object.values(reference.master)
        .flat()
        .filter((cell) => cell === 'v' || cell === '^'),
    ).toHaveLength(42);
    expect(Object.values(reference.resolved).flat()).toHaveLength(96);
  });

  test('every code letter of table 1, at both ends of every range of lots', () => {
    for (const { ends, letters } of RANGES) {
      for (const lot of ends) expect(INSPECTION_LEVELS.map((level) => codeLetter(lot, level)).join('')).toBe(letters);
    }
  });

  test.each([...CODE_LETTERS])(
    'row %s of table 2-A: its sample size, its cells, and where each arrow leads',
    (letter) => {
      const { n, cells } = MASTER_TABLE[letter];
      expect(n).toBe(reference.sampleSize[letter]);
      expect(cells.map((cell) => (cell === 'down' ? 'v' : cell === 'up' ? '^' : cell))).toEqual(
        reference.master[letter],
      );
      const found = AQLS.map((aql) => masterPlan(letter, aql));
      expect(found.map((plan) => `${plan.letter} ${plan.n} ${plan.accept}`)).toEqual(reference.resolved[letter]);
      expect(found.map(({ arrow }) => arrow ?? 'none')).toEqual(
        cells.map((cell) => (typeof cell === 'number' ? 'none' : cell)),
      );
    },
  );

  test('every plan a buyer can ask for: each range, level and limit, whole lots where the sample is no smaller', () => {
    let plans = 0;
    let whole = 0;
    for (const { ends, letters } of RANGES) {
      for (const lotSize of ends.filter((lot) => lot >= 2)) {
        for (const [place, level] of INSPECTION_LEVELS.entries()) {
          for (const [column, aql] of AQLS.entries()) {
            const plan = samplingPlan({ lotSize, level, limits: { critical: '0', major: aql, minor: aql } });
            const { letter, sampleSize, accept } = plan.classes.major;
            const needed = sampleSize ?? 0;
            expect(`${letter} ${needed} ${accept}`).toBe(reference.resolved[letters[place] ?? '']?.[column]);
            expect([plan.sampleSize, plan.inspectsAll]).toEqual([Math.min(needed, lotSize), needed >= lotSize]);
            plans += 1;
            if (plan.inspectsAll) whole += 1;
          }
        }
      }
    }
    // Both ends of 15 ranges but for the lot of one piece, 7 levels, 6 limits.
    expect(plans).toBe(29 * 7 * 6);
    expect(whole).toBe(49);
  });
});

const limits = (critical: ClassLimit, major: ClassLimit, minor: ClassLimit) => ({ critical, major, minor });
const usual = { level: DEFAULT_LEVEL, limits: DEFAULT_LIMITS };

describe('the plan of a lot', () => {
  // Lot, level, AQL -> letter of the plan, n, Ac. Published worked examples and the corners of the table.
  test.each([
    [4_000, 'II', '2.5', 'L', 200, 10, null],
    [4_000, 'II', '4.0', 'L', 200, 14, null],
    [500, 'II', '1.0', 'H', 50, 1, null],
    [500, 'II', '0.65', 'J', 80, 1, 'down'],
    [250, 'II', '0.65', 'F', 20, 0, 'up'],
    [250, 'II', '1.0', 'H', 50, 1, 'down'],
    [120, 'II', '1.5', 'G', 32, 1, 'down'],
    [1_000_000, 'III', '6.5', 'L', 200, 21, 'up'],
    [3, 'S-1', '0.65', 'F', 20, 0, 'down'],
  ] as const)(
    'lot %i, level %s, AQL %s: plan %s with n %i and Ac %i',
    (lotSize, level, aql, letter, n, accept, arrow) => {
      const { major } = samplingPlan({ lotSize, level, limits: limits('0', aql, aql) }).classes;
      expect(major).toEqual({ limit: aql, letter, arrow, sampleSize: n, accept, reject: accept + 1 });
    },
  );

  test('classes with different sample sizes: the largest is inspected, each keeps its own numbers', () => {
    const plan = samplingPlan({ lotSize: 120, level: 'II', limits: limits('0.65', '1.5', '4.0') });
    expect(DEFECT_CLASSES.map((one) => plan.classes[one].sampleSize)).toEqual([20, 32, 20]);
    expect(DEFECT_CLASSES.map((one) => plan.classes[one].accept)).toEqual([0, 1, 2]);
    expect(plan).toMatchObject({ letter: 'F', sampleSize: 32, inspectsAll: false });
  });

  test('the usual limits: no critical defect is taken, and it needs no sample of its own', () => {
    const plan = samplingPlan({ ...usual, lotSize: 20_000 });
    expect(plan).toMatchObject({ letter: 'M', sampleSize: 315 });
    expect(plan.classes.critical).toMatchObject({ letter: null, sampleSize: null, accept: 0, reject: 1 });
    expect([plan.classes.major.accept, plan.classes.minor.accept]).toEqual([14, 21]);
    const zeros = samplingPlan({ lotSize: 20_000, level: 'II', limits: limits('0', '0', '0') });
    expect(zeros.sampleSize).toBe(315);
  });

  test.each([
    [13, '1.0', 13, 0],
    [20, '0.65', 20, 0],
    [21, '0.65', 20, 0],
    [7, '2.5', 5, 0],
    [5, '2.5', 5, 0],
    [4, '2.5', 4, 0],
    [40, '4.0', 13, 1],
    [10, '4.0', 3, 0],
    [2, '6.5', 2, 0],
  ] as const)('a lot of %i at AQL %s: %i are inspected, Ac stays %i', (lotSize, aql, inspected, accept) => {
    const plan = samplingPlan({ lotSize, level: 'II', limits: limits('0', aql, aql) });
    expect([plan.sampleSize, plan.classes.major.accept]).toEqual([inspected, accept]);
    expect(plan.inspectsAll).toBe((plan.classes.major.sampleSize ?? 0) >= lotSize);
  });

  test('a lot smaller than its sample is inspected whole, and no Ac changes by that', () => {
    const plan = samplingPlan({ lotSize: 18, level: 'II', limits: limits('0.65', '0.65', '6.5') });
    expect(plan).toMatchObject({ letter: 'C', sampleSize: 18, inspectsAll: true });
    expect(plan.classes.minor).toMatchObject({ letter: 'D', sampleSize: 8, accept: 1, reject: 2 });
  });

  test('a lot of one piece is inspected, with Ac 0 at every limit', () => {
    for (const aql of AQLS) {
      const plan = samplingPlan({ lotSize: 1, level: 'II', limits: limits(aql, aql, aql) });
      expect(plan).toMatchObject({ sampleSize: 1, inspectsAll: true });
      expect(DEFECT_CLASSES.map((one) => plan.classes[one].accept)).toEqual([0, 0, 0]);
    }
  });

  test.each(['3.0', '0.1', '10', '2,5', '', '4', '__proto__'])(
    'refuses the limit %j instead of interpolating',
    (limit) => {
      const asked = { lotSize: 500, level: 'II', limits: { critical: '0', major: limit, minor: '4.0' } };
      expect(planProblem(asked)).toEqual({ code: 'limit', class: 'major', limit });
    },
  );

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses a lot of %s', (lotSize) => {
    expect(planProblem({ ...usual, lotSize })).toMatchObject({ code: 'lotSize' });
    expect(() => samplingPlan({ ...usual, lotSize })).toThrow(RangeError);
  });

  test('refuses a level that does not exist', () => {
    expect(planProblem({ ...usual, lotSize: 10, level: 'IV' })).toEqual({ code: 'level', level: 'IV' });
  });

  test('the trace names lot, level, letter and the numbers of each class', () => {
    const question = { ...usual, lotSize: 4_000 };
    const trace = tracePlan(question, samplingPlan(question));
    expect(trace.inputs.map(({ value }) => value)).toEqual(['4000', 'II', 'L']);
    expect(trace.result?.value).toBe('200');
    expect(trace.parts?.map(({ result }) => result?.value)).toEqual(['1', '11', '15']);
  });
});

describe('laws', () => {
  const lots = fc.integer({ min: 2, max: 2_000_000 });
  const levels = fc.constantFrom(...INSPECTION_LEVELS);
  const aqls = fc.constantFrom<Aql>(...AQLS);

  test('a sample is never larger than its lot, never empty, and at least what each class needs', () => {
    const limit = fc.constantFrom<ClassLimit>(...CLASS_LIMITS);
    fc.assert(
      fc.property(lots, levels, limit, limit, limit, (lotSize, level, critical, major, minor) => {
        const plan = samplingPlan({ lotSize, level, limits: { critical, major, minor } });
        expect(plan.sampleSize).toBeGreaterThan(0);
        expect(plan.sampleSize).toBeLessThanOrEqual(lotSize);
        for (const one of DEFECT_CLASSES) {
          const { sampleSize, accept, reject } = plan.classes[one];
          expect(reject).toBe(accept + 1);
          if (!plan.inspectsAll) expect(plan.sampleSize).toBeGreaterThanOrEqual(sampleSize ?? 0);
        }
      }),
    );
  });

  test('a looser limit never takes fewer defects on the same letter, and an arrow stops at a plan of the table', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CODE_LETTERS), aqls, (letter, aql) => {
        const plan = masterPlan(letter, aql);
        expect(MASTER_TABLE[plan.letter].cells[AQLS.indexOf(aql)]).toBe(plan.accept);
        expect(plan.n).toBe(MASTER_TABLE[plan.letter].n);
        expect(plan.arrow === null).toBe(plan.letter === letter);
      }),
    );
  });

  test('a larger lot never has an earlier letter', () => {
    fc.assert(
      fc.property(lots, lots, levels, (one, other, level) => {
        const place = (lot: number) => CODE_LETTERS.indexOf(codeLetter(lot, level));
        expect(place(Math.max(one, other))).toBeGreaterThanOrEqual(place(Math.min(one, other)));
      }),
    );
  });
});
