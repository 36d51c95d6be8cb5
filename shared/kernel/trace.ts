/**
 * How a computed figure explains itself: the rule, what went in, what came out, and the traces of its parts.
 * `rule` and every `name` are translation keys below `trace.rule.*` and `trace.name.*`; values are plain numerals or text.
 */
export interface Trace {
  readonly rule: string;
  /** Raised whenever the rule's arithmetic changes, so that an old report can be told from a new one. */
  readonly version: number;
  /** The formula in the names of the inputs, e.g. "net = gross / (1 + rate)". */
  readonly formula: string;
  readonly inputs: readonly TraceValue[];
  readonly result: TraceValue | null;
  readonly parts?: readonly Trace[];
}

export interface TraceValue {
  readonly name: string;
  readonly value: string;
  /** Currency code, "%", "pcs", a date's meaning: whatever the bare value needs beside it. */
  readonly unit?: string;
}
