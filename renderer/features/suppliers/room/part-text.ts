import { en } from '../../../i18n/en/index.ts';
import { group } from '../../../i18n/format.ts';
import { supplierPartText } from '../../../i18n/supplier-part-text.ts';
import { useText } from '../../../i18n/use-text.ts';

/** What a score rests on, in words. */
export function usePartText() {
  const { t } = useText();
  return {
    name: (part: string) => (isPart(part) ? t(`supplier:part.${part}`) : part),
    value: (part: string, value: string): string =>
      supplierPartText(part, value, t) ?? (/^\d+(\.\d+)?$/.test(value) ? group(value) : value),
  };
}

function isPart(part: string): part is keyof typeof en.supplier.part {
  return Object.hasOwn(en.supplier.part, part);
}
