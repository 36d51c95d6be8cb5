import type { QuoteLineRow, QuoteLineSort } from '../../../shared/contract/quote-lines.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { QuantityCell, UnitPriceCell } from '../../ui/figures.tsx';
import { TaxBasis, ValidityBadge } from '../quotes/quote-facts.tsx';

/** `sortPrices`: all prices listed are in one currency, so that they can stand in an order. */
export function quoteLineColumns(settings: {
  readonly t: Translate;
  readonly today: CalendarDate | null;
  readonly sortPrices: boolean;
  readonly nameOf: (names: { nameEn: string; nameZh: string }) => string;
}): TableColumn<QuoteLineRow, QuoteLineSort>[] {
  const { t, today, sortPrices, nameOf } = settings;
  return [
    {
      id: 'item',
      title: t('quoteLines:column.item'),
      sort: 'item',
      always: true,
      rest: 180,
      render: (row) => <BilingualName nameEn={row.itemNameEn} nameZh={row.itemNameZh} />,
    },
    {
      id: 'supplier',
      title: t('quoteLines:column.supplier'),
      sort: 'supplier',
      width: 190,
      ellipsis: true,
      render: (row) => nameOf({ nameEn: row.supplierNameEn, nameZh: row.supplierNameZh }),
    },
    {
      id: 'project',
      title: t('quoteLines:column.project'),
      sort: 'project',
      width: 150,
      ellipsis: true,
      render: (row) => (
        <span className="hj-quiet">{nameOf({ nameEn: row.projectNameEn, nameZh: row.projectNameZh })}</span>
      ),
    },
    {
      id: 'price',
      title: t('quoteLines:column.price'),
      align: 'right',
      width: 126,
      ...(sortPrices ? { sort: 'price' as const } : {}),
      render: (row) => <UnitPriceCell unitPrice={row.unitPrice} currency={row.currency} />,
    },
    {
      id: 'tax',
      title: t('quoteLines:column.tax'),
      width: 86,
      ellipsis: true,
      render: (row) => <TaxBasis quote={row} />,
    },
    {
      id: 'moq',
      title: t('quoteLines:column.moq'),
      hidden: true,
      align: 'right',
      width: 104,
      render: (row) => <QuantityCell quantity={row.moq} unit={row.unit} />,
    },
    {
      id: 'priceBreaks',
      title: t('quoteLines:column.priceBreaks'),
      hidden: true,
      align: 'right',
      width: 104,
      render: (row) =>
        row.priceBreakCount === 0 ? null : <span className="hj-figure">{formatCount(row.priceBreakCount)}</span>,
    },
    {
      id: 'received',
      title: t('quoteLines:column.received'),
      sort: 'received',
      width: 104,
      render: (row) => <span className="hj-figures">{row.receivedOn}</span>,
    },
    {
      id: 'validity',
      title: t('quoteLines:column.validity'),
      sort: 'validUntil',
      width: 166,
      render: (row) =>
        row.state === 'superseded' ? (
          <span className="hj-quiet" title={t('quotes:superseded')}>
            {t('quotes:replaced')}
          </span>
        ) : (
          <ValidityBadge quote={row} today={today} />
        ),
    },
    {
      id: 'leadTime',
      title: t('quoteLines:column.leadTime'),
      hidden: true,
      align: 'right',
      width: 92,
      render: (row) => (row.leadTimeDays === null ? null : t('quotes:days', { count: row.leadTimeDays })),
    },
    {
      id: 'round',
      title: t('quoteLines:column.round'),
      hidden: true,
      align: 'right',
      width: 70,
      render: (row) => <span className="hj-figure">{formatCount(row.round)}</span>,
    },
    {
      id: 'channel',
      title: t('quoteLines:column.channel'),
      hidden: true,
      width: 110,
      render: (row) => (row.channel === null ? null : t(`quote:channel.${row.channel}`)),
    },
  ];
}
