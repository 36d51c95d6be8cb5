import { createInstance } from 'i18next';
import { type Language, NAMESPACES, resources } from '../../renderer/i18n/resources.ts';
import { fixedText, type Translate } from '../../renderer/i18n/use-text.ts';

/** The texts of one language, without a screen. */
export function buildText(language: Language): Translate {
  const instance = createInstance();
  void instance.init({
    resources,
    lng: language,
    fallbackLng: false,
    ns: [...NAMESPACES],
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return fixedText(instance, language);
}
