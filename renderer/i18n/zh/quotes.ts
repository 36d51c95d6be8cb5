import type { quotes as en } from '../en/quotes.ts';
import type { Translation } from '../translation.ts';

export const quotes = {
  title: '报价',
} satisfies Translation<typeof en>;
