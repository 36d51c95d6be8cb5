import { rankText } from '../../shared/documents/ledger-text.ts';
import type { ComparedQuote, MinorRange } from '../../shared/domain/comparison/types.ts';
import { formatMoneyRange } from '../../shared/kernel/format.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { countCell, moneyCell, textCell, type WorkbookCell } from '../exchange/write/workbook.ts';
import type { SheetWords } from './sheet-words.ts';

type Style = Parameters<typeof moneyCell>[2];

/** An amount that is known as a number; a range as the words of its two ends, which no sum can take for a point. */
export function rangeCell(range: MinorRange, currency: CurrencyCode, style: Style = {}): WorkbookCell | null {
  if (range.lowMinor === range.highMinor) return moneyCell(range.lowMinor, currency, style);
  const { fontWeight } = { fontWeight: undefined, ...style };
  return textCell(formatMoneyRange(range, currency), {
    align: 'right',
    ...(fontWeight === undefined ? {} : { fontWeight }),
  });
}

/** A firm place as a number, an open one in words, nothing for a quote without a place. */
export function rankCell(
  compared: Pick<ComparedQuote, 'rank' | 'standing'>,
  words: SheetWords,
  style: Style = {},
): WorkbookCell | null {
  if (compared.standing === null) return null;
  if (compared.rank !== null) return countCell(compared.rank, style);
  return textCell(words.text((_, tongue) => rankText(compared, tongue)));
}
