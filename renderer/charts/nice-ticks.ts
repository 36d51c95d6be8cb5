/** Round figures at even steps that enclose all values, about `count` of them; at least two, also for a single value. */
export function niceTicks(values: readonly number[], count: number): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high > low ? high - low : Math.max(Math.abs(high), 1) * 0.2;
  const rough = span / count;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * magnitude >= rough) ?? 10) * magnitude;
  const first = Math.floor(low / step - (high > low ? 0 : 1));
  const last = Math.ceil(high / step + (high > low ? 0 : 1));
  // Counted in whole steps, so that no error of addition creeps in.
  return Array.from({ length: Math.max(last - first, 1) + 1 }, (_, index) => (first + index) * step);
}
