import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSolver } from '../../../electron/modules/awards/highs-solver.ts';
import { awardModel } from '../../../shared/domain/awards/award-model.ts';
import { bestByRuleOfThumb } from '../../../shared/domain/awards/greedy.ts';
import { brokenBy, limitsOf } from '../../../shared/domain/awards/limits.ts';
import type { Solve } from '../../../shared/domain/awards/linear-model.ts';
import { priceAward } from '../../../shared/domain/awards/price-award.ts';
import { solveBySets } from '../../../shared/domain/awards/solve-by-sets.ts';
import { solveScenario } from '../../../shared/domain/awards/solve-scenario.ts';
import type { AwardInput, AwardLimit, AwardOffer, ScenarioRequest } from '../../../shared/domain/awards/types.ts';
import { price, units } from '../comparison/builders.ts';
import { bruteForce } from './brute-force.ts';
import { buildAwardInput, buildAwardItem, buildAwardSupplier } from './builders.ts';

let solve: Solve;
beforeAll(async () => {
  solve = await loadSolver();
});

const IDS = ['s0', 's1', 's2', 's3'];

/** Prices in whole cents and whole units, so that no rounding stands between the solver's sum and ours. */
const offers: fc.Arbitrary<AwardOffer | null> = fc.option(
  fc
    .record({
      first: fc.integer({ min: 50, max: 300 }),
      moq: fc.option(fc.integer({ min: 1, max: 8 })),
      multiple: fc.option(fc.integer({ min: 1, max: 4 })),
      next: fc.option(fc.record({ from: fc.integer({ min: 3, max: 9 }), off: fc.integer({ min: 1, max: 45 }) })),
    })
    .map(({ first, moq, multiple, next }) => ({
      moq: moq === null ? null : units(moq),
      multiple: multiple === null ? null : units(multiple),
      tiers: [
        { minQuantity: units(moq ?? 0), unitPrice: price(first / 100) },
        ...(next === null
          ? []
          : [{ minQuantity: units((moq ?? 0) + next.from), unitPrice: price((first - next.off) / 100) }]),
      ],
    })),
  { freq: 6 },
);

const limitOf = (count: number): fc.Arbitrary<AwardLimit> =>
  fc.oneof(
    fc.record({ code: fc.constant('maxSuppliers' as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ code: fc.constant('minSuppliers' as const), count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({ code: fc.constant('maxShare' as const), shareBp: fc.integer({ min: 4_000, max: 9_500 }) }),
    fc.record({ code: fc.constant('maxLeadTime' as const), days: fc.integer({ min: 10, max: 40 }) }),
    fc.record({ code: fc.constant('excluded' as const), supplierId: fc.constantFrom(...IDS.slice(0, count)) }),
    fc.record({
      code: fc.constant('pinned' as const),
      supplierId: fc.constantFrom(...IDS.slice(0, count)),
      itemId: fc.constantFrom('i0', null),
    }),
    fc.record({
      code: fc.constant('capacityQuantity' as const),
      supplierId: fc.constantFrom(...IDS.slice(0, count)),
      quantity: fc.integer({ min: 2, max: 20 }).map(units),
    }),
    fc.record({
      code: fc.constant('capacityValue' as const),
      supplierId: fc.constantFrom(...IDS.slice(0, count)),
      minor: fc.integer({ min: 500, max: 5_000 }),
    }),
  );

function cases(items: number, suppliers: number, most: number, divide: boolean) {
  return fc.record({
    input: fc
      .record({
        needs: fc.array(fc.integer({ min: 1, max: most }), { minLength: items, maxLength: items }),
        suppliers: fc.array(
          fc.record({
            offers: fc.array(offers, { minLength: items, maxLength: items }),
            fixed: fc.integer({ min: 0, max: 400 }),
            days: fc.option(fc.integer({ min: 5, max: 45 })),
            minimum: fc.option(fc.integer({ min: 100, max: 2_000 }), { freq: 3 }),
          }),
          { minLength: suppliers, maxLength: suppliers },
        ),
      })
      .map(
        (drawn): AwardInput =>
          buildAwardInput(
            drawn.suppliers.map((one, index) =>
              buildAwardSupplier(IDS[index] ?? '', one.offers, {
                fixedMinor: one.fixed,
                leadTimeDays: one.days,
                minimumValueMinor: one.minimum,
              }),
            ),
            drawn.needs.map((need, index) => buildAwardItem(`i${index}`, { need: units(need) })),
          ),
      ),
    request: fc
      .record({
        limits: fc.array(limitOf(suppliers), { maxLength: 3 }),
        twoSources: fc.boolean(),
        buyUp: fc.boolean(),
      })
      .map(
        ({ limits, twoSources, buyUp }): ScenarioRequest => ({
          kind: 'split',
          limits: [
            ...limits,
            ...(divide
              ? twoSources
                ? [{ code: 'twoSources' as const, itemId: 'i0' }]
                : []
              : [{ code: 'wholeLines' as const }]),
          ],
          buyUp,
          incumbentId: null,
        }),
      ),
  });
}

describe('a scenario', () => {
  test('of whole lines equals the best of all there are', () => {
    fc.assert(
      fc.property(cases(4, 4, 12, false), ({ input, request }) => equalsBruteForce(input, request)),
      { seed: 20260101, numRuns: 150 },
    );
  });

  test('of whole lines costs the same set of suppliers by set as put to the solver at once', () => {
    let needed = 0;
    fc.assert(
      fc.property(cases(8, 4, 30, false), ({ input, request }) => {
        const limits = limitsOf(input, request);
        const options = { timeLimitSeconds: 5, absoluteGap: 0.5 };
        const bySets = solveBySets(input, limits, request.buyUp, null, solve, options);
        const built = awardModel(input, limits, request.buyUp);
        const atOnce = solve(built.model, { ...options, start: null });
        needed += bySets?.solved ?? 0;
        const award = atOnce.state === 'optimal' ? priceAward(input, built.allocationsOf(atOnce.values)) : null;
        expect(bySets?.best?.award.totalMinor ?? null).toBe(award?.totalMinor ?? null);
        if (award !== null) expect(Math.abs((bySets?.bound ?? 0) - award.totalMinor)).toBeLessThanOrEqual(0.5);
      }),
      { seed: 20260101, numRuns: 100 },
    );
    expect(needed).toBeGreaterThan(20);
  });

  test('costs the same in whatever order suppliers and lines come, and a hundred times as much in a currency worth a hundredth', () => {
    fc.assert(
      fc.property(cases(4, 4, 12, false), ({ input, request }) => {
        const totalOf = (given: AwardInput, times: number) => {
          const limits = request.limits.map((limit) =>
            limit.code === 'capacityValue' ? { ...limit, minor: limit.minor * times } : limit,
          );
          const result = solveScenario(given, { ...request, limits }, solve, { timeLimitSeconds: 5 });
          return result.state === 'solved' ? result.award.totalMinor : result.state;
        };
        const total = totalOf(input, 1);
        const turned: AwardInput = {
          ...input,
          items: [...input.items].reverse(),
          suppliers: [...input.suppliers].reverse().map((one) => ({ ...one, offers: [...one.offers].reverse() })),
        };
        expect(totalOf(turned, 1)).toBe(total);
        const suppliers = input.suppliers.map((one) => ({
          ...one,
          rate: { from: 'CNY', to: 'XXX', numerator: '100', denominator: '1' },
        }));
        expect(totalOf({ ...input, currency: 'XXX', suppliers }, 100)).toBe(
          typeof total === 'number' ? total * 100 : total,
        );
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });

  test('of divided lines equals the best of all there are', () => {
    fc.assert(
      fc.property(cases(2, 3, 7, true), ({ input, request }) => equalsBruteForce(input, request)),
      { seed: 20260101, numRuns: 120 },
    );
  });

  test('keeps every limit, covers every item and is never dearer than a rule of thumb', () => {
    fc.assert(
      fc.property(cases(6, 4, 400, true), ({ input, request }) => {
        const limits = limitsOf(input, request);
        const result = solveScenario(input, request, solve, { timeLimitSeconds: 5 });
        const thumb = bestByRuleOfThumb(input, limits, request.buyUp);
        if (result.state !== 'solved') {
          expect(thumb).toBeNull();
          return;
        }
        expect(brokenBy(input, limits, result.award)).toEqual({ limits: [], shortItemIds: [] });
        if (thumb !== null) expect(result.award.totalMinor).toBeLessThanOrEqual(thumb.award.totalMinor);
        const shares = result.award.orders.flatMap(({ totalMinor, lines }) => [
          totalMinor - lines.reduce((sum, { costMinor }) => sum + costMinor, 0),
        ]);
        expect(shares.every((open) => open === 0)).toBe(true);
      }),
      { seed: 20260101, numRuns: 60 },
    );
  });

  test('that cannot be kept names limits of which none can be spared', () => {
    let seen = 0;
    fc.assert(
      fc.property(cases(3, 3, 8, false), ({ input, request }) => {
        const result = solveScenario(input, request, solve, { timeLimitSeconds: 5 });
        if (result.state !== 'infeasible' || result.conflict.length === 0) return;
        seen += 1;
        const conflict = result.conflict.flatMap((limit) => (limit.code === 'singleSource' ? [] : [limit]));
        const under = (limits: readonly AwardLimit[]) => {
          const chosen = limits.filter(({ code }) => code !== 'minimumValue');
          const suppliers = input.suppliers.map((supplier) => ({
            ...supplier,
            minimumValueMinor: limits.some(
              (one) => one.code === 'minimumValue' && one.supplierId === supplier.supplierId,
            )
              ? supplier.minimumValueMinor
              : null,
          }));
          return bruteForce({ ...input, suppliers }, { ...request, limits: chosen });
        };
        expect(under(conflict)).toBeNull();
        for (const spared of conflict) expect(under(conflict.filter((one) => one !== spared))).not.toBeNull();
      }),
      { seed: 20260101, numRuns: 80 },
    );
    expect(seen).toBeGreaterThan(10);
  });
});

function equalsBruteForce(input: AwardInput, request: ScenarioRequest): void {
  const result = solveScenario(input, request, solve, { timeLimitSeconds: 5 });
  const best = bruteForce(input, request);
  if (best === null) expect(result.state).toBe('infeasible');
  else {
    expect(result).toMatchObject({ state: 'solved', proof: { code: 'optimal' } });
    expect(result.state === 'solved' ? result.award.totalMinor : null).toBe(best.award.totalMinor);
  }
}
