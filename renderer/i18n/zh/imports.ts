import type { imports as en } from '../en/imports.ts';
import type { Translation } from '../translation.ts';

export const imports = {
  title: '导入报价',
  fileError: {
    other: '无法读取该文件（{{code}}）。',
  },
} satisfies Translation<typeof en>;
