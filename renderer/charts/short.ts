import { group } from '../i18n/format.ts';

const LONGEST = 20;

/** A name that fits beside a bar; the whole one stands in the table. Chinese characters count double. */
export function shorten(name: string): string {
  let width = 0;
  let end = 0;
  for (const character of name) {
    width += /\p{Script=Han}|[\uff00-\uffef]/u.test(character) ? 2 : 1;
    if (width > LONGEST) return `${name.slice(0, end).trimEnd()}…`;
    end += character.length;
  }
  return name;
}

/** An axis figure: whole major units, grouped. Ticks are round, so nothing is lost. */
export function shortAmount(minor: number, places: number): string {
  return group(String(Math.round(minor / 10 ** places)));
}
