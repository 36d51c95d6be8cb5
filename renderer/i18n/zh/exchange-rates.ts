import type { exchangeRates as en } from '../en/exchange-rates.ts';
import type { Translation } from '../translation.ts';

export const exchangeRates = {
  title: '汇率',
  hint: '外币报价按比价日有效的汇率折算，绝不使用未来的汇率。',
  add: '添加汇率',
  edit: '修改汇率',
  base: '源币种',
  quote: '目标币种',
  pair: '币种',
  rate: '汇率',
  rateOf: '1 {{base}} =',
  effectiveDate: '日期',
  source: '来源',
  sourcePlaceholder: '中国银行中间价',
  sourceHint: '与汇率一同印在报告上。',
  meaning: '1 {{base}} = {{rate}} {{quote}}',
  inverse: '1 {{quote}} ≈ {{rate}} {{base}}',
  age: '新旧',
  ageDays_other: '{{count}} 天前',
  future: '未来日期',
  current: '当前有效',
  stale: '已超过七天',
  empty: '还没有汇率',
  emptyHint: '添加某日的汇率及其来源后，该币种的报价即可比较。',
  invalid: {
    currency: '三个大写字母，例如 USD。',
    same: '两个币种不能相同。',
    rate: '大于零的数字，例如 7.1024，最多十二位小数。',
    date: '日期，例如 2026-03-31。',
    source: '请注明汇率来源。',
  },
} satisfies Translation<typeof en>;
