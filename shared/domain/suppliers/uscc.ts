import { provinceOf } from './provinces.ts';

/** 31 signs: digits and capital letters without I, O, S, V, Z (GB 32100-2015, table 1). */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const MODULUS = 31;

export type UsccCheck =
  | { readonly state: 'valid'; readonly code: string; readonly province: string | null }
  | { readonly state: 'missing' }
  | { readonly state: 'length'; readonly code: string; readonly length: number }
  /** `position` counts from 1; I, O, S, V and Z are never used. */
  | { readonly state: 'sign'; readonly code: string; readonly sign: string; readonly position: number }
  /** Places 3 to 8 name the place of registration and are digits. */
  | { readonly state: 'place'; readonly code: string; readonly place: string }
  | { readonly state: 'checkSign'; readonly code: string; readonly expected: string };

/**
 * Checks a unified social credit code (GB 32100-2015): 18 signs of a 31-letter alphabet, digits in places 3 to 8, and the check sign
 * (31 − Σ cᵢ·3^(i−1) mod 31) mod 31, so that remainder 0 gives check sign 0. Spaces, hyphens, lower case and full-width signs are
 * forgiven. The first thing wrong is named.
 */
export function checkUscc(text: string): UsccCheck {
  const code = normaliseUscc(text);
  if (code === '') return { state: 'missing' };
  const signs = [...code];
  if (signs.length !== LENGTH) return { state: 'length', code, length: signs.length };
  const wrong = signs.findIndex((sign) => !ALPHABET.includes(sign));
  if (wrong >= 0) return { state: 'sign', code, sign: signs[wrong] ?? '', position: wrong + 1 };
  const place = code.slice(2, 8);
  if (!/^\d{6}$/.test(place)) return { state: 'place', code, place };
  const expected = usccCheckSign(code.slice(0, -1));
  if (code.at(-1) !== expected) return { state: 'checkSign', code, expected };
  return { state: 'valid', code, province: provinceOf(place.slice(0, 2))?.code ?? null };
}

/** The last sign of a code, from its first seventeen. Errors: RangeError for anything else. */
export function usccCheckSign(seventeen: string): string {
  const signs = [...seventeen];
  if (signs.length !== LENGTH - 1) throw new RangeError(`not seventeen signs: ${seventeen}`);
  let weight = 1;
  let sum = 0;
  for (const sign of signs) {
    const value = ALPHABET.indexOf(sign);
    if (value < 0) throw new RangeError(`no sign of a credit code: ${sign}`);
    sum += value * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET.charAt((MODULUS - (sum % MODULUS)) % MODULUS);
}

/** The code as it is compared: half-width capitals without spaces and hyphens. */
export function normaliseUscc(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u00ad\u200b-\u200f\u2010-\u2015\u2060\ufeff-]/g, '')
    .toUpperCase();
}
