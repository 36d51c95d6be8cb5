import { loadSolver } from '../../electron/modules/awards/highs-solver.ts';
import { bestByRuleOfThumb } from '../../shared/domain/awards/greedy.ts';
import { limitsOf } from '../../shared/domain/awards/limits.ts';
import { solveScenario } from '../../shared/domain/awards/solve-scenario.ts';
import type { AwardInput, AwardLimit, AwardOffer, ScenarioRequest } from '../../shared/domain/awards/types.ts';
import { buildAwardInput, buildAwardItem, buildAwardSupplier } from '../domain/awards/builders.ts';
import { price, units } from '../domain/comparison/builders.ts';
import { median, type Result, timed } from './measure.ts';

const SUPPLIERS = 12;
const LINES = 100;
/** Of a round: what somebody who waits before a screen still takes for one step of the work. */
const MOST_MS = 10_000;

const CASES: readonly { readonly job: string; readonly limits: readonly AwardLimit[] }[] = [
  { job: 'whole lines, at most 3 suppliers', limits: [{ code: 'maxSuppliers', count: 3 }, { code: 'wholeLines' }] },
  {
    job: 'whole lines, at most 4 suppliers, none above 40 %, 35 days',
    limits: [
      { code: 'maxSuppliers', count: 4 },
      { code: 'maxShare', shareBp: 4_000 },
      { code: 'maxLeadTime', days: 35 },
      { code: 'wholeLines' },
    ],
  },
  {
    job: 'whole lines, 3 to 5 suppliers, none above 34 %, the cheapest at most 60,000',
    limits: [
      { code: 'minSuppliers', count: 3 },
      { code: 'maxSuppliers', count: 5 },
      { code: 'maxShare', shareBp: 3_400 },
      { code: 'capacityValue', supplierId: 's0', minor: 6_000_000 },
      { code: 'wholeLines' },
    ],
  },
];

/** The cheapest award for twelve suppliers and a hundred lines, with price breaks, MOQ and costs that come once; proven. */
export async function benchAward(): Promise<Result[]> {
  const solve = await loadSolver();
  const input = tender();
  return Promise.all(
    CASES.map(async ({ job, limits }): Promise<Result> => {
      const request: ScenarioRequest = { kind: 'split', limits, buyUp: false, incumbentId: null };
      const run = () =>
        timed(() => {
          const result = solveScenario(input, request, solve, { timeLimitSeconds: 60 });
          if (result.state !== 'solved' || result.proof.code !== 'optimal') throw new Error(`${job}: not proven`);
          const thumb = bestByRuleOfThumb(input, limitsOf(input, request), false);
          if (thumb !== null && thumb.award.totalMinor < result.award.totalMinor) throw new Error(`${job}: too dear`);
        });
      const times: number[] = [];
      for (let count = 0; count < 3; count++) times.push(await run());
      return {
        job: `cheapest award, ${SUPPLIERS} x ${LINES}: ${job}`,
        ours: median(times),
        unit: 'ms',
        baseline: null,
        bar: { kind: 'limit', most: MOST_MS },
      };
    }),
  );
}

/** Prices around a common level per line, so that nobody is cheapest everywhere; one line in nine is not quoted. */
function tender(): AwardInput {
  const next = randomBelow(20_260_101);
  const levels = Array.from({ length: LINES }, () => 40 + next(4_000));
  const items = levels.map((_, index) => buildAwardItem(`i${index}`, { need: units(500 + next(9_500)) }));
  const suppliers = Array.from({ length: SUPPLIERS }, (_, index) => {
    const offers = levels.map((level): AwardOffer | null => {
      if (next(9) === 0) return null;
      const cents = Math.round((level * (85 + next(30))) / 100);
      return {
        moq: next(3) === 0 ? units(200 + next(800)) : null,
        multiple: next(4) === 0 ? units(50) : null,
        tiers: [
          { minQuantity: 0, unitPrice: price(cents / 100) },
          { minQuantity: units(2_000), unitPrice: price(Math.max(1, Math.round(cents * 0.95)) / 100) },
          { minQuantity: units(6_000), unitPrice: price(Math.max(1, Math.round(cents * 0.91)) / 100) },
        ],
      };
    });
    return buildAwardSupplier(`s${index}`, offers, { fixedMinor: next(400_000), leadTimeDays: 15 + next(30) });
  });
  return buildAwardInput(suppliers, items);
}

/** The same numbers in every run (mulberry32). */
function randomBelow(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
