import { useQueryClient } from '@tanstack/react-query';
import type { PriceCell, QuoteFields, QuoteLineFields } from '../../../shared/contract/quotes.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { quantityToString } from '../../../shared/kernel/quantity.ts';
import { fieldName } from '../../app/errors.ts';
import type { StaleConflict } from '../../app/stale-dialog.tsx';
import { formatMoneyWithCode, formatPercent, formatUnitPrice } from '../../i18n/format.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { itemsOf } from '../items/queries.ts';
import { statedCostText } from './cost-text.ts';
import { scheduleText } from './payment-text.ts';
import { formatPriceBreaks } from './price-breaks.ts';
import { pricesOf, quotesOf, quoteWithLines } from './queries.ts';

type Told = Pick<StaleConflict, 'title' | 'fields'>;
type Fields = Told['fields'];

/** More would not fit a dialog; the first ones tell what it is about. */
const SHOWN = 20;

/** Both versions of the terms that were to be changed, in words. Asks for what is stored now. */
export function useStaleTerms(): (id: Id, changes: Partial<QuoteFields>) => Promise<Told> {
  const { t } = useText();
  const name = useName();
  const queryClient = useQueryClient();
  return async (id, changes) => {
    const { quote } = await queryClient.fetchQuery({ ...quoteWithLines(id), staleTime: 0 });
    const mine = { ...quote, ...changes };
    const { costs, payments, ...others } = changes;
    const plain = TERMS.filter((field) => Object.hasOwn(others, field)).map((field) => ({
      label: fieldName(field, t),
      stored: termText(field, quote, t),
      mine: termText(field, mine, t),
    }));
    return {
      title: `${name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })} · ${t('quote:round', { round: quote.round })}`,
      fields: [
        ...plain,
        ...(costs === undefined ? [] : costDifferences(quote, mine, t)),
        ...(payments === undefined ? [] : [paymentDifference(quote, mine, t)]),
      ],
    };
  };
}

/** Both versions of the lines that were to be changed. Asks for what is stored now. */
export function useStaleLines(): (
  id: Id,
  changed: readonly { id: Id; changes: Partial<QuoteLineFields> }[],
) => Promise<Told> {
  const { t } = useText();
  const name = useName();
  const queryClient = useQueryClient();
  return async (id, changed) => {
    const { quote, lines } = await queryClient.fetchQuery({ ...quoteWithLines(id), staleTime: 0 });
    const items = await queryClient.ensureQueryData(itemsOf(quote.projectId));
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const lineOf = new Map(lines.map((line) => [line.itemId, line]));
    const fields = changed.flatMap((row) => {
      const item = itemOf.get(row.id);
      const line = lineOf.get(row.id);
      return Object.keys(row.changes).map((field) => ({
        label: `${item === undefined ? '' : name(item)}: ${fieldName(field, t)}`,
        stored: line === undefined ? '' : lineText(field, line),
        mine: lineText(field, row.changes),
      }));
    });
    return {
      title: `${name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })} · ${t('quote:round', { round: quote.round })}`,
      fields: fields.slice(0, SHOWN),
    };
  };
}

/** Both versions of the prices that were to be changed in one quote. Asks for what is stored now. */
export function useStalePrices(projectId: Id): (quoteId: Id, cells: readonly PriceCell[]) => Promise<Told> {
  const name = useName();
  const queryClient = useQueryClient();
  return async (quoteId, cells) => {
    const [prices, quotes, items] = await Promise.all([
      queryClient.fetchQuery({ ...pricesOf(projectId), staleTime: 0 }),
      queryClient.fetchQuery({ ...quotesOf(projectId), staleTime: 0 }),
      queryClient.ensureQueryData(itemsOf(projectId)),
    ]);
    const storedOf = new Map(
      prices.filter((cell) => cell.quoteId === quoteId).map((cell) => [cell.itemId, cell.unitPrice]),
    );
    const itemOf = new Map(items.map((item) => [item.id, item]));
    const quote = quotes.find((one) => one.id === quoteId);
    const fields: Fields = cells.map((cell) => {
      const item = itemOf.get(cell.itemId);
      return {
        label: item === undefined ? '' : name(item),
        stored: priceText(storedOf.get(cell.itemId) ?? null),
        mine: priceText(cell.unitPrice),
      };
    });
    return {
      title: quote === undefined ? '' : name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
      fields: fields.slice(0, SHOWN),
    };
  };
}

function costDifferences(stored: QuoteFields, mine: QuoteFields, t: Translate): Fields {
  const parts = new Set([...stored.costs, ...mine.costs].map(({ part }) => part));
  return [...parts].flatMap((part) => {
    const texts = [stored, mine].map(({ costs, currency }) =>
      statedCostText(
        costs.find((cost) => cost.part === part),
        currency,
        t,
      ),
    );
    const [before = '', after = ''] = texts;
    return before === after ? [] : [{ label: t(`quote:costPart.${part}`), stored: before, mine: after }];
  });
}

function paymentDifference(stored: QuoteFields, mine: QuoteFields, t: Translate): Fields[number] {
  const [before = '', after = ''] = [stored, mine].map(({ payments }) =>
    scheduleText(
      payments.map((payment) => ({ ...payment, endOfMonth: false })),
      t,
    ),
  );
  return { label: t('quotes:payment.instalments'), stored: before, mine: after };
}

const TERMS = [
  'receivedOn',
  'validUntil',
  'currency',
  'taxBasis',
  'vatRateBp',
  'minimumValueMinor',
  'leadTimeDays',
  'leadTimeFrom',
  'incoterm',
  'namedPlace',
  'paymentTerms',
  'channel',
  'notes',
] as const satisfies (keyof QuoteFields)[];

function termText(field: (typeof TERMS)[number], quote: QuoteFields, t: Translate): string {
  switch (field) {
    case 'taxBasis':
      return t(`quote:taxBasis.${quote.taxBasis}`);
    case 'vatRateBp':
      return quote.vatRateBp === null ? '' : formatPercent(quote.vatRateBp);
    case 'minimumValueMinor':
      return quote.minimumValueMinor === null ? '' : formatMoneyWithCode(quote.minimumValueMinor, quote.currency);
    case 'leadTimeDays':
      return quote.leadTimeDays === null ? '' : t('quotes:days', { count: quote.leadTimeDays });
    case 'leadTimeFrom':
      return quote.leadTimeFrom === null ? '' : t(`quote:leadTimeStart.${quote.leadTimeFrom}`);
    case 'channel':
      return quote.channel === null ? '' : t(`quote:channel.${quote.channel}`);
    case 'incoterm':
      return quote.incoterm === null ? '' : t(`quote:tradeTerm.${quote.incoterm}`);
    case 'receivedOn':
    case 'validUntil':
      return quote[field] ?? '';
    case 'currency':
    case 'namedPlace':
    case 'paymentTerms':
    case 'notes':
      return quote[field];
  }
}

function lineText(field: string, line: Partial<QuoteLineFields>): string {
  switch (field) {
    case 'unitPrice':
      return priceText(line.unitPrice ?? null);
    case 'moq':
    case 'orderMultiple':
    case 'cartonQuantity': {
      const quantity = line[field] ?? null;
      return quantity === null ? '' : quantityToString(quantity);
    }
    case 'priceBreaks':
      return formatPriceBreaks(line.priceBreaks ?? []);
    case 'cartonLengthMm':
    case 'cartonWidthMm':
    case 'cartonHeightMm':
      return measureText(line[field] ?? null, 'mm');
    case 'cartonWeightG':
      return measureText(line.cartonWeightG ?? null, 'g');
    default:
      return line.notes ?? '';
  }
}

function measureText(value: number | null, unit: string): string {
  return value === null ? '' : `${value} ${unit}`;
}

function priceText(unitPrice: number | null): string {
  return unitPrice === null ? '' : formatUnitPrice(unitPrice);
}
