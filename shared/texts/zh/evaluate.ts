import type { evaluate as en } from '../en/evaluate.ts';
import type { Translation } from '../translation.ts';

export const evaluate = {
  supplierAssumed: '表中未写供应商，价格按“{{supplier}}”的报价计。',
  currencyAssumed: '表中未写币种，价格按 {{currency}} 计。',
  currencyShared: '未写币种的价格与表中其他价格一样按 {{currency}} 计。',
} satisfies Translation<typeof en>;
