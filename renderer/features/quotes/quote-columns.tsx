import { ActionIcon } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconPaperclip } from '@tabler/icons-react';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { MoneyCell } from '../../ui/figures.tsx';
import type { QuoteListRow, QuoteSort } from './arrange-quotes.ts';
import { TaxBasis, TradeTermText, ValidityBadge } from './quote-facts.tsx';
import classes from './quotes.module.css';

interface Settings {
  readonly t: Translate;
  readonly today: CalendarDate | null;
  readonly itemCount: number;
  readonly unfolded: ReadonlySet<Id>;
  readonly fold: (supplierId: Id, unfold: boolean) => void;
  readonly nameOf: (row: QuoteListRow) => string;
}

export function quoteColumns(settings: Settings): TableColumn<QuoteListRow, QuoteSort>[] {
  const { t, today, itemCount } = settings;
  return [
    {
      id: 'supplier',
      title: t('quotes:column.supplier'),
      sort: 'supplier',
      always: true,
      rest: 200,
      render: (row) => <SupplierCell row={row} settings={settings} />,
    },
    {
      id: 'received',
      title: t('quotes:column.received'),
      sort: 'received',
      width: 98,
      render: (row) => <span className="hj-figures">{row.receivedOn}</span>,
    },
    {
      id: 'validity',
      title: t('quotes:column.validity'),
      sort: 'validity',
      width: 166,
      render: (row) =>
        row.superseded ? (
          <span className="hj-quiet" title={t('quotes:superseded')}>
            {t('quotes:replaced')}
          </span>
        ) : (
          <ValidityBadge quote={row} today={today} />
        ),
    },
    { id: 'currency', title: t('quotes:column.currency'), width: 78, render: (row) => row.currency },
    {
      id: 'tax',
      title: t('quotes:column.tax'),
      width: 86,
      ellipsis: true,
      render: (row) => <TaxBasis quote={row} />,
    },
    {
      id: 'lines',
      title: t('quotes:column.lines'),
      sort: 'lines',
      align: 'right',
      width: 76,
      render: (row) => <PricedLines row={row} itemCount={itemCount} t={t} />,
    },
    {
      id: 'leadTime',
      title: t('quotes:column.leadTime'),
      sort: 'leadTime',
      align: 'right',
      width: 92,
      render: (row) => (row.leadTimeDays === null ? null : t('quotes:days', { count: row.leadTimeDays })),
    },
    {
      id: 'tradeTerm',
      title: t('quotes:column.tradeTerm'),
      width: 100,
      ellipsis: true,
      render: (row) => <TradeTermText quote={row} />,
    },
    {
      id: 'payment',
      title: t('quotes:column.payment'),
      width: 100,
      ellipsis: true,
      render: (row) => <span title={row.paymentTerms}>{row.paymentTerms}</span>,
    },
    {
      id: 'minimumValue',
      title: t('quotes:column.minimumValue'),
      hidden: true,
      align: 'right',
      width: 130,
      render: (row) =>
        row.minimumValueMinor === null ? null : <MoneyCell minor={row.minimumValueMinor} currency={row.currency} />,
    },
  ];
}

function SupplierCell({ row, settings }: { readonly row: QuoteListRow; readonly settings: Settings }) {
  const { t, unfolded, fold, nameOf } = settings;
  const isOpen = unfolded.has(row.supplierId);
  const name = nameOf(row);
  const label = isOpen ? t('quotes:hideRoundsOf', { name }) : t('quotes:roundsOf', { count: row.earlierCount, name });
  return (
    <span className={classes.supplier} data-earlier={row.superseded || undefined}>
      {row.earlierCount === 0 ? (
        <span className={classes.noFold} />
      ) : (
        <ActionIcon
          size="sm"
          aria-label={label}
          title={label}
          aria-expanded={isOpen}
          onClick={() => fold(row.supplierId, !isOpen)}
        >
          {isOpen ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        </ActionIcon>
      )}
      <span className={classes.name} title={name}>
        <BilingualName nameEn={row.supplierNameEn} nameZh={row.supplierNameZh} />
      </span>
      {row.round === 1 && !row.superseded ? null : (
        <span className={classes.round}>{t('quote:round', { round: row.round })}</span>
      )}
      {row.attachmentCount === 0 ? null : (
        <span className={classes.files} title={t('quotes:filesOf', { count: row.attachmentCount })}>
          <IconPaperclip size={13} aria-hidden />
          {formatCount(row.attachmentCount)}
        </span>
      )}
    </span>
  );
}

/** An incomplete quote never wins a total, so it is marked here already. */
function PricedLines(props: { readonly row: QuoteListRow; readonly itemCount: number; readonly t: Translate }) {
  const { row, itemCount, t } = props;
  const text = t('quotes:pricedOf', { priced: formatCount(row.lineCount), all: formatCount(itemCount) });
  const isComplete = row.lineCount >= itemCount;
  return (
    <span
      className="hj-figures"
      data-incomplete={!isComplete || undefined}
      style={isComplete ? undefined : { color: 'var(--hj-warning)' }}
    >
      {text}
    </span>
  );
}
