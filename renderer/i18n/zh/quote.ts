export { quote } from '../../../shared/texts/zh/quote.ts';
