import type { awards as en } from '../en/awards.ts';
import type { Translation } from '../translation.ts';

export const awards = {
  title: '定标',
} satisfies Translation<typeof en>;
