import type { items as en } from '../en/items.ts';
import type { Translation } from '../translation.ts';

export const items = {
  title: '物料',
  list: '项目物料',
  lineNo: '行号',
  nameEn: '英文名称',
  nameZh: '中文名称',
  specification: '规格',
  category: '类别',
  unit: '单位',
  quantity: '数量',
  estimate: '我方估价',
  target: '目标价',
  perUnit: '{{currency}}/单位',
  hsCode: 'HS 编码',
  notes: '备注',
  estimateTotal: '估价合计',
  estimateTotalHint: '所有同时有数量和估价的物料，数量乘以估价之和。',
  estimateMissing_other: '{{count}} 项物料缺少数量或估价',
  count_other: '{{count}} 项物料',
  saving: '保存中…',
  removed_other: '已删除 {{count}} 项物料',
  empty: '还没有物料',
  emptyHint: '列出所需物料：直接输入、从 Excel 粘贴一个区域，或导入报价单（会带入其中的物料）。',
  addFirst: '添加物料',
  importSheet: '导入报价单',
} satisfies Translation<typeof en>;
