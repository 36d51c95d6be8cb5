import type { i18n as I18n, TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NAMESPACES } from './resources.ts';

/** Gives a text by its key: `t('save')` from common, `t('quote:taxBasis.included')` from any other namespace. */
export type Translate = TFunction<typeof NAMESPACES>;

/** The texts in the language shown. A key that does not exist fails the type check. */
export function useText(): { t: Translate; i18n: I18n } {
  const { t, i18n } = useTranslation(NAMESPACES);
  return { t, i18n };
}

/** The texts in one language, whatever is shown: reports speak their own, or both. */
export function fixedText(i18n: I18n, language: 'en' | 'zh'): Translate {
  return i18n.getFixedT(language, NAMESPACES);
}
