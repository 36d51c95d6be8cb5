import { en } from './en/index.ts';
import { group } from './format.ts';
import { type Translate, useText } from './use-text.ts';

/** How a trace's keys read in the language shown; a key without a text is shown as words ("unitPrice": unit price). */
export function useTraceText() {
  const { t } = useText();
  return {
    rule: (rule: string) => (isKey(en.trace.rule, rule) ? t(`trace:rule.${rule}`) : words(rule)),
    name: (name: string) => traceName(name, t),
    /** The names inside a formula are those of its inputs. */
    formula: (formula: string) => formula.replaceAll(/[a-z][A-Za-z]*/g, (name) => traceName(name, t)),
    value: (value: string) => (/^-?\d+(\.\d+)?$/.test(value) ? group(value) : value),
  };
}

function traceName(name: string, t: Translate): string {
  return isKey(en.trace.name, name) ? t(`trace:name.${name}`) : words(name);
}

function words(camel: string): string {
  return camel.replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

function isKey<T extends object>(texts: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(texts, key);
}
