import { useMemo } from 'react';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import { type BilingualName, nameIn, tonguesOf } from '../../../shared/documents/say.ts';
import { fixedText, type Translate, useText } from '../../i18n/use-text.ts';

export interface SheetWords {
  /** A text in the language of the sheet, or in both with a stroke between them. */
  say(text: (t: Translate) => string): string;
  name(name: BilingualName): string;
}

/** The screens' own words in the language chosen for a sheet of paper, whatever the screen shows. */
export function useSheetWords(language: ReportLanguage): SheetWords {
  const { i18n } = useText();
  return useMemo(() => {
    const tongues = tonguesOf(language).map((tongue) => ({ tongue, t: fixedText(i18n, tongue) }));
    const joined = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ''))].join(' / ');
    return {
      say: (text) => joined(tongues.map(({ t }) => text(t))),
      name: (name) => joined(tongues.map(({ tongue }) => nameIn(tongue, name))),
    };
  }, [i18n, language]);
}
