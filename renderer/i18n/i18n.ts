import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { DEFAULT_NAMESPACE, type Language, NAMESPACES, resources } from './resources.ts';

const STORED = 'hangjia.language';

/** The language asked for last time, else the system's: Chinese for any kind of Chinese, English otherwise. */
export function initialLanguage(): Language {
  const stored = localStorage.getItem(STORED);
  if (stored === 'en' || stored === 'zh') return stored;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** Both languages are loaded, so switching needs no wait and a report can speak both at once. */
export function createI18n(language: Language): i18n {
  const instance = createInstance();
  instance.use(initReactI18next).init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: [...NAMESPACES],
    defaultNS: DEFAULT_NAMESPACE,
    initAsync: false,
    // React escapes what it renders.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = htmlLanguage(language);
  return instance;
}

/** Switches every text at once and remembers the choice. */
export async function changeLanguage(instance: i18n, language: Language): Promise<void> {
  await instance.changeLanguage(language);
  localStorage.setItem(STORED, language);
  document.documentElement.lang = htmlLanguage(language);
}

export function htmlLanguage(language: Language): 'en' | 'zh-CN' {
  return language === 'zh' ? 'zh-CN' : 'en';
}

export function isLanguage(text: string): text is Language {
  return text === 'en' || text === 'zh';
}
