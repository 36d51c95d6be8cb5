import type { suppliers as en } from '../en/suppliers.ts';
import type { Translation } from '../translation.ts';

export const suppliers = {
  title: '供应商',
} satisfies Translation<typeof en>;
