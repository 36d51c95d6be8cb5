import type { reports as en } from '../en/reports.ts';
import type { Translation } from '../translation.ts';

export const reports = {
  title: '报告',
  numbered: '报告 {{number}}',
  dossierNumbered: '定标档案 {{number}}',
  create: '存档报告',
  frozen: '报告 {{number}} 已存档。',
  preview: '预览',
  showPreview: '显示预览',
  hidePreview: '隐藏预览',
  previewHint: '这是现在存档将得到的报告。存档后，无论以后如何变动，其中数字不再改变。',
  print: '打印',
  delete: '删除报告 {{number}}',
  export: '报告 {{number}} 的 {{format}} 文件',
  making: '正在生成 {{format}} 文件…',
  format: { pdf: 'PDF', xlsx: 'XLSX', csv: 'CSV' },
  basis: '比较口径',
  paper: '纸张',
  language: { label: '报告语言', en: 'English', zh: '中文', both: '双语' },
  column: { number: '报告', createdAt: '存档时间', createdBy: '编制人', language: '语言', files: '另存为' },
  empty: {
    title: '尚无报告',
    hint: '报告把当前的比较与评审结果编号存档，供打印签字；以后再次打印，数字分毫不差。',
  },
} satisfies Translation<typeof en>;
