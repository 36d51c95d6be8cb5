import { changeLanguage, isLanguage } from './i18n.ts';
import type { Language } from './resources.ts';
import { useText } from './use-text.ts';

/** The language shown now and how to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useText();
  return {
    language: isLanguage(i18n.language) ? i18n.language : 'en',
    setLanguage: (language) => void changeLanguage(i18n, language),
  };
}
