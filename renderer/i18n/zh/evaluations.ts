import type { evaluations as en } from '../en/evaluations.ts';
import type { Translation } from '../translation.ts';

export const evaluations = {
  title: '评估',
} satisfies Translation<typeof en>;
