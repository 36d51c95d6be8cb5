import type { Contradiction } from '../domain/suppliers/contradictions.ts';
import { provinceOf } from '../domain/suppliers/provinces.ts';
import { CERTIFICATE_KINDS } from '../domain/suppliers/words.ts';
import { formatCount } from '../kernel/format.ts';
import { fill } from '../texts/fill.ts';
import { type Tongue, WORDS } from './say.ts';

/** A contradiction in a sentence: figures grouped, codes and kinds by their names. */
export function contradictionIn(tongue: Tongue, { rule, evidence }: Contradiction): string {
  const words = WORDS[tongue].supplier;
  const said = Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => {
      if (typeof value === 'number') return [name, Number.isInteger(value) ? formatCount(value) : String(value)];
      if (name === 'registered' || name === 'stated') return [name, provinceIn(tongue, value)];
      const kind = name === 'kind' ? CERTIFICATE_KINDS.find((one) => one === value) : undefined;
      return [name, kind === undefined ? value : words.certificateKind[kind]];
    }),
  );
  return fill(words.contradiction[rule], said);
}

/** The name of a province by its code. */
export function provinceIn(tongue: Tongue, code: string): string {
  return provinceOf(code)?.[tongue] ?? code;
}
