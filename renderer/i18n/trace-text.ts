import { en } from './en/index.ts';
import { group } from './format.ts';
import { supplierPartText } from './supplier-part-text.ts';
import { type Translate, useText } from './use-text.ts';

/** How a trace reads in the language shown. Keys without a text are shown as words ("unitPrice": unit price). */
export function useTraceText() {
  const { t } = useText();
  return {
    rule: (rule: string) => (isKey(en.trace.rule, rule) ? t(`trace:rule.${rule}`) : words(rule)),
    name: (name: string) => traceName(name, t),
    /** A rule said in words where it has some; else its formula with the names of its inputs. */
    formula: (rule: string, formula: string) =>
      isKey(en.trace.prose, rule)
        ? t(`trace:prose.${rule}`)
        : formula.replaceAll(/[a-z][A-Za-z]*/g, (name) => traceName(name, t)),
    value: (name: string, value: string) => traceValue(name, value, t),
  };
}

function traceName(name: string, t: Translate): string {
  if (isKey(en.trace.name, name)) return t(`trace:name.${name}`);
  const step = name.startsWith('waterfall.') ? name.slice('waterfall.'.length) : '';
  if (isKey(en.waterfall.part, step)) return t(`waterfall:part.${step}`);
  const part = name.startsWith('cost.') ? name.slice('cost.'.length) : '';
  return isKey(en.quote.costPart, part) ? t('trace:costPart', { part: t(`quote:costPart.${part}`) }) : words(name);
}

function traceValue(name: string, value: string, t: Translate): string {
  if (/^-?\d+(\.\d+)?$/.test(value)) return group(value);
  const ends = /^(-?\d+(?:\.\d+)?) – (-?\d+(?:\.\d+)?)$/.exec(value);
  if (ends !== null) return `${group(ends[1] ?? '')} – ${group(ends[2] ?? '')}`;
  const part = supplierPartText(name, value, t);
  if (part !== null) return part;
  if (value === 'true') return t('yes');
  if (value === 'false') return t('no');
  if (name === 'taxBasis' && isKey(en.quote.taxBasis, value)) return t(`quote:taxBasis.${value}`);
  if (name === 'ratePath' && isKey(en.trace.value.ratePath, value)) return t(`trace:value.ratePath.${value}`);
  if (name === 'severity' && isKey(en.trace.value.severity, value)) return t(`trace:value.severity.${value}`);
  if (name === 'freightMode' && isKey(en.costings.mode, value)) return t(`costings:mode.${value}`);
  if (name === 'discountMethod' && isKey(en.costings.method, value)) return t(`costings:method.${value}`);
  if (name === 'customsBasis') return value.toUpperCase();
  if (name !== 'missing' && name !== 'cannotBeOrdered') return value;
  if (isKey(en.trace.value.missing, value)) return t(`trace:value.missing.${value}`);
  if (isKey(en.trace.name, value)) return traceName(value, t);
  return isKey(en.refusal.field, value) ? t(`refusal:field.${value}`) : words(value);
}

function words(camel: string): string {
  return camel.replaceAll(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
}

function isKey<T extends object>(texts: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(texts, key);
}
