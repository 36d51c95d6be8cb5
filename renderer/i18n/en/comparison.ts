export { comparison } from '../../../shared/texts/en/comparison.ts';
