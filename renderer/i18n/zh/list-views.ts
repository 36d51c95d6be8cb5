import type { listViews as en } from '../en/list-views.ts';
import type { Translation } from '../translation.ts';

export const listViews = {
  menu: '视图：{{name}}',
  none: '全部',
  changed: '{{name}}（已改动）',
  keep: '另存为新视图…',
  keepTitle: '另存为新视图',
  namePlaceholder: '本月到期',
  taken: '此列表已有同名视图。',
  saveChanges: '将改动保存到“{{name}}”',
  makeDefault: '设为默认视图',
  notDefault: '取消默认视图',
  default: '默认',
  rename: '重命名视图',
  delete: '删除视图',
} satisfies Translation<typeof en>;
