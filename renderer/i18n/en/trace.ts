/** Names in the explanation of a computed figure (shared/kernel/trace.ts). */
export const trace = {
  title: 'How this figure came about',
  explain: 'Explain this figure',
  formula: 'Rule',
  inputs: 'From',
  result: 'Result',
  notComputable: 'Not computable',
  version: 'rule version {{version}}',
  rule: {
    lineTotal: 'Line total',
  },
  name: {
    quantity: 'quantity',
    unitPrice: 'unit price',
    total: 'total',
    rate: 'rate',
    currency: 'currency',
  },
};
