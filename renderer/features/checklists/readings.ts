import { parseDecimal } from '../../../shared/kernel/decimal.ts';
import type { Parsed } from '../../ui/grid/parse.ts';

/** Readings as they are typed: "6.02 6.05 5,98", with spaces or semicolons between them. */
export function parseReadings(text: string): Parsed<readonly string[]> {
  const parts = text
    .replaceAll('；', ';')
    .split(/[\s;、]+/)
    .filter((part) => part !== '');
  const readings: string[] = [];
  for (const part of parts) {
    const value = parseDecimal(part.replace(',', '.').replace('．', '.'));
    if (value === null || value.decimalPlaces() > 9 || value.abs().gte('1e12')) {
      return { ok: false, problem: { code: 'number', text: part } };
    }
    readings.push(value.toFixed());
  }
  return { ok: true, value: readings };
}

/** One limit; empty: none. */
export function parseLimit(text: string): Parsed<string | null> {
  const parsed = parseReadings(text);
  if (!parsed.ok) return parsed;
  const [value] = parsed.value;
  if (parsed.value.length > 1) return { ok: false, problem: { code: 'number', text } };
  return { ok: true, value: value ?? null };
}
