export { supplier } from '../../../shared/texts/zh/supplier.ts';
