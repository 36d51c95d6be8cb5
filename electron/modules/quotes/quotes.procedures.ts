import { api } from '../../core/procedure.ts';

export const quotesProcedures = {
  list: api.quotes.list.handler(() => {
    throw new Error('not built yet');
  }),
  get: api.quotes.get.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.quotes.create.handler(() => {
    throw new Error('not built yet');
  }),
  requote: api.quotes.requote.handler(() => {
    throw new Error('not built yet');
  }),
  update: api.quotes.update.handler(() => {
    throw new Error('not built yet');
  }),
  saveLines: api.quotes.saveLines.handler(() => {
    throw new Error('not built yet');
  }),
  savePrices: api.quotes.savePrices.handler(() => {
    throw new Error('not built yet');
  }),
  prices: api.quotes.prices.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.quotes.remove.handler(() => {
    throw new Error('not built yet');
  }),
};
