import type { projects as en } from '../en/projects.ts';
import type { Translation } from '../translation.ts';

export const projects = {
  title: '寻源采购',
} satisfies Translation<typeof en>;
