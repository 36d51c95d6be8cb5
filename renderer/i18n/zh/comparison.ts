export { comparison } from '../../../shared/texts/zh/comparison.ts';
