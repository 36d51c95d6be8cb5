export { quote } from '../../../shared/texts/en/quote.ts';
