import type { search as en } from '../en/search.ts';
import type { Translation } from '../translation.ts';

export const search = {
  inProject: '所属项目：{{project}}',
  searching: '正在搜索…',
} satisfies Translation<typeof en>;
