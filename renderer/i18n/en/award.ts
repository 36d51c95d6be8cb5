export { award } from '../../../shared/texts/en/award.ts';
