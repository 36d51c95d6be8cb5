export { waterfall } from '../../../shared/texts/en/waterfall.ts';
