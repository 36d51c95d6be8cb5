import type { reports as en } from '../en/reports.ts';
import type { Translation } from '../translation.ts';

export const reports = {
  title: '报告',
} satisfies Translation<typeof en>;
