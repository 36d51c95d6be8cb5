import fc from 'fast-check';

/** Checks a law on random inputs that are the same in every run. */
export function law<Inputs>(property: fc.IProperty<Inputs>): void {
  fc.assert(property, { seed: 20260101, numRuns: 300 });
}
