import type { ReportLanguage } from '../../shared/contract/reports.ts';
import { type BilingualName, inLine, nameIn, say, type Tongue, type Words } from '../../shared/documents/say.ts';
import { textCell, type WorkbookCell } from '../exchange/write/workbook.ts';

/** Puts the words of a report into cells: in both languages a cell reads "English / 中文". */
export interface SheetWords {
  readonly language: ReportLanguage;
  text(choose: (words: Words, tongue: Tongue) => string): string;
  name(name: BilingualName): string;
  head(choose: (words: Words) => string, addition?: string): WorkbookCell | null;
  said(choose: (words: Words, tongue: Tongue) => string): WorkbookCell | null;
}

export const HEAD_STYLE = {
  fontWeight: 'bold',
  wrap: true,
  alignVertical: 'top',
  backgroundColor: '#eeeeee',
  bottomBorderStyle: 'thin',
} as const;
export const BOLD = { fontWeight: 'bold' } as const;
export const WRAPPED = { wrap: true, alignVertical: 'top' } as const;

export function sheetWords(language: ReportLanguage): SheetWords {
  const text: SheetWords['text'] = (choose) => inLine(say(language, choose));
  return {
    language,
    text,
    name: (name) => text((_, tongue) => nameIn(tongue, name)),
    head: (choose, addition = '') => textCell(`${text(choose)}${addition}`, HEAD_STYLE),
    said: (choose) => textCell(text(choose), WRAPPED),
  };
}
