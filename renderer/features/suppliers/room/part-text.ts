import { en } from '../../../i18n/en/index.ts';
import { group } from '../../../i18n/format.ts';
import { supplierPartText } from '../../../i18n/supplier-part-text.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';

/** What a score rests on, in words. */
export function usePartText() {
  const { t } = useText();
  return {
    name: (part: string) => partNameText(part, t),
    value: (part: string, value: string) => partValueText(part, value, t),
  };
}

export function partNameText(part: string, t: Translate): string {
  return isPart(part) ? t(`supplier:part.${part}`) : part;
}

export function partValueText(part: string, value: string, t: Translate): string {
  return supplierPartText(part, value, t) ?? (/^\d+(\.\d+)?$/.test(value) ? group(value) : value);
}

function isPart(part: string): part is keyof typeof en.supplier.part {
  return Object.hasOwn(en.supplier.part, part);
}
