export { supplier } from '../../../shared/texts/en/supplier.ts';
