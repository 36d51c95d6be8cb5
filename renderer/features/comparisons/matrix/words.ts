import { useMemo } from 'react';
import type { Language } from '../../../i18n/resources.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';

/** What the matrix speaks with. Asked for once and handed down: each hook of its own would cost every cell more than its text. */
export interface Words {
  readonly t: Translate;
  readonly nameOf: ReturnType<typeof useName>;
  readonly language: Language;
  readonly marks: Readonly<Record<'moq' | 'multiple' | 'tier', string>>;
}

export function useWords(): Words {
  const { t } = useText();
  const { language } = useLanguage();
  const nameOf = useName();
  // biome-ignore lint/correctness/useExhaustiveDependencies: nameOf is a new function each time and says the same in one language
  return useMemo(() => {
    const marks = {
      moq: t('comparisons:mark.moq'),
      multiple: t('comparisons:mark.multiple'),
      tier: t('comparisons:mark.tier'),
    };
    return { t, nameOf, language, marks };
  }, [t, language]);
}
