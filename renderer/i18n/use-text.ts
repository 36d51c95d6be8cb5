import type { i18n as I18n, TFunction } from 'i18next';
import { createContext, use } from 'react';
import { NAMESPACES } from './resources.ts';

/** Gives a text by its key: `t('save')` from common, `t('quote:taxBasis.included')` from any other namespace. */
export type Translate = TFunction<typeof NAMESPACES>;

interface Texts {
  readonly t: Translate;
  readonly i18n: I18n;
}

/** Given by the TextProvider; another value with every change of the language. */
export const TextContext = createContext<Texts | null>(null);

/** The texts in the language shown. A key that does not exist fails the type check. */
export function useText(): Texts {
  const texts = use(TextContext);
  if (texts === null) throw new Error('texts are used outside their provider');
  return texts;
}

/** The texts in one language, whatever is shown: reports speak their own, or both. */
export function fixedText(i18n: I18n, language: 'en' | 'zh'): Translate {
  return i18n.getFixedT(language, NAMESPACES);
}
