import type { comparisons as en } from '../en/comparisons.ts';
import type { Translation } from '../translation.ts';

export const comparisons = {
  title: '比价',
} satisfies Translation<typeof en>;
