export type { Translation } from '../../shared/texts/translation.ts';
