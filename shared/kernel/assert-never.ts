/** Closes an exhaustive switch: the type checker refuses a forgotten case, and at run time it is named. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
