import { useTranslation } from 'react-i18next';
import { changeLanguage, isLanguage } from './i18n.ts';
import type { Language } from './resources.ts';

/** The language shown now and how to change it. */
export function useLanguage(): { language: Language; setLanguage: (language: Language) => void } {
  const { i18n } = useTranslation();
  return {
    language: isLanguage(i18n.language) ? i18n.language : 'en',
    setLanguage: (language) => void changeLanguage(i18n, language),
  };
}
