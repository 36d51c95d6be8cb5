import { api } from '../../core/procedure.ts';

export const exchangeRatesProcedures = {
  list: api.exchangeRates.list.handler(() => {
    throw new Error('not built yet');
  }),
  create: api.exchangeRates.create.handler(() => {
    throw new Error('not built yet');
  }),
  update: api.exchangeRates.update.handler(() => {
    throw new Error('not built yet');
  }),
  remove: api.exchangeRates.remove.handler(() => {
    throw new Error('not built yet');
  }),
};
