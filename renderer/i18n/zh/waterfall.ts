export { waterfall } from '../../../shared/texts/zh/waterfall.ts';
