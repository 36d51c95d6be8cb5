import type { FrozenScenario } from './award.ts';

/**
 * Numbers of the scenarios with the lowest total; only among two or more solved ones that award the same items and quantities,
 * on one basis, in one currency, at one day's prices (PRODUCT rule 1). Else nobody is lower than another.
 */
export function lowestAlike(scenarios: readonly FrozenScenario[]): ReadonlySet<number> {
  const solved = scenarios.flatMap(({ number, result, input, asOf, quantityPercent }) =>
    result.state === 'solved'
      ? [
          {
            number,
            total: result.award.totalMinor,
            premise: JSON.stringify([
              input.currency,
              input.basis,
              asOf,
              quantityPercent,
              input.items.map(({ itemId, need }) => [itemId, need]),
            ]),
          },
        ]
      : [],
  );
  const [first] = solved;
  if (first === undefined || solved.length < 2 || solved.some(({ premise }) => premise !== first.premise)) {
    return new Set();
  }
  const lowest = Math.min(...solved.map(({ total }) => total));
  return new Set(solved.filter(({ total }) => total === lowest).map(({ number }) => number));
}
