import type { items as en } from '../en/items.ts';
import type { Translation } from '../translation.ts';

export const items = {
  title: '物料',
} satisfies Translation<typeof en>;
