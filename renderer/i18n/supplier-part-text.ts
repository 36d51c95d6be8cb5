import { en } from './en/index.ts';
import type { Translate } from './use-text.ts';

/** A word that a supplier's score rests on (a grade, a state, a band); null when it is none. */
export function supplierPartText(part: string, value: string, t: Translate): string | null {
  const words = en.supplier;
  if (part === 'licence' && isKey(words.licence, value)) return t(`supplier:licence.${value}`);
  if (part === 'names' && isKey(words.nameMatch, value)) return t(`supplier:nameMatch.${value}`);
  if (part === 'certificate' && isKey(words.certificateState, value)) return t(`supplier:certificateState.${value}`);
  if (part === 'tier' && isKey(words.tier, value)) return t(`supplier:tier.${value}`);
  if (part === 'creditGrade' && isKey(words.credit, value)) return t(`supplier:credit.${value}`);
  if (part === 'responseTime' && isKey(words.band, value)) return t(`supplier:band.${value}`);
  return null;
}

function isKey<T extends object>(texts: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(texts, key);
}
