export { award } from '../../../shared/texts/zh/award.ts';
