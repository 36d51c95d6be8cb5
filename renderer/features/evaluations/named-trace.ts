import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trace } from '../../../shared/kernel/trace.ts';

/** A trace that names criteria by their ids, read with their names in the language shown. */
export function namedTrace(trace: Trace, names: ReadonlyMap<Id, string>): Trace {
  return {
    ...trace,
    inputs: trace.inputs.map((input) => ({ ...input, value: names.get(input.value) ?? input.value })),
    ...(trace.parts === undefined ? {} : { parts: trace.parts.map((part) => namedTrace(part, names)) }),
  };
}
