import type { trace as en } from '../en/trace.ts';
import type { Translation } from '../translation.ts';

export const trace = {
  title: '此数值的计算依据',
  explain: '查看计算依据',
  formula: '规则',
  inputs: '依据',
  result: '结果',
  notComputable: '无法计算',
  version: '规则版本 {{version}}',
  rule: { lineTotal: '行金额' },
  name: { quantity: '数量', unitPrice: '单价', total: '合计', rate: '汇率', currency: '币种' },
} satisfies Translation<typeof en>;
