import { cheapest, type FoundAward, found } from '../../../shared/domain/awards/greedy.ts';
import { limitsOf, staysWhole } from '../../../shared/domain/awards/limits.ts';
import { isOrderable, wholeQuantity } from '../../../shared/domain/awards/offers.ts';
import type { Allocation, AwardInput, ScenarioRequest } from '../../../shared/domain/awards/types.ts';

const UNIT = 10_000;

/** Tries every award there is: each item from each supplier, and where dividing is allowed every whole number of units from each. */
export function bruteForce(input: AwardInput, request: ScenarioRequest): FoundAward | null {
  const limits = limitsOf(input, request);
  const ways = input.items.map((item, index) => waysOf(input, request, index, staysWhole(limits, item.itemId)));
  let best: FoundAward | null = null;
  const walk = (item: number, chosen: Allocation[]) => {
    const options = ways[item];
    if (options === undefined) {
      best = cheapest([best, found(input, limits, chosen)]);
      return;
    }
    for (const option of options) walk(item + 1, [...chosen, ...option]);
  };
  walk(0, []);
  return best;
}

function waysOf(input: AwardInput, { buyUp }: ScenarioRequest, item: number, whole: boolean): Allocation[][] {
  const need = input.items[item]?.need ?? 0;
  const most = input.suppliers.map(({ offers }) => {
    const offer = offers[item] ?? null;
    return offer === null ? null : wholeQuantity(offer, need, buyUp);
  });
  const alone = most.flatMap((quantity, supplier) => (quantity === null ? [] : [[{ supplier, item, quantity }]]));
  if (whole) return alone;
  let divided: Allocation[][] = [[]];
  for (const [supplier, limit] of most.entries()) {
    const offer = input.suppliers[supplier]?.offers[item] ?? null;
    const quantities = [0];
    for (let quantity = UNIT; offer !== null && limit !== null && quantity <= limit; quantity += UNIT) {
      if (isOrderable(offer, quantity)) quantities.push(quantity);
    }
    divided = divided.flatMap((sofar) =>
      quantities.map((quantity) => (quantity === 0 ? sofar : [...sofar, { supplier, item, quantity }])),
    );
  }
  return [...alone, ...divided.filter((one) => one.length > 1)];
}
