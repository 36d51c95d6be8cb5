import type { SupplierRow } from '../../../shared/contract/suppliers.ts';
import { formatCount } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { Day } from '../../ui/day.tsx';
import type { SUPPLIER_SORTS } from './routes.tsx';

type Sort = (typeof SUPPLIER_SORTS)[number];

export function supplierColumns(t: Translate): TableColumn<SupplierRow, Sort>[] {
  return [
    {
      id: 'name',
      title: t('suppliers:column.name'),
      sort: 'name',
      always: true,
      rest: 260,
      render: (row) => <BilingualName {...row} />,
    },
    {
      id: 'region',
      title: t('suppliers:column.region'),
      sort: 'region',
      ellipsis: true,
      width: 150,
      render: (row) => <span title={row.region}>{row.region}</span>,
    },
    {
      id: 'contact',
      title: t('suppliers:column.contact'),
      ellipsis: true,
      width: 130,
      render: (row) => <span title={row.contactName}>{row.contactName}</span>,
    },
    {
      id: 'phone',
      title: t('suppliers:column.phone'),
      ellipsis: true,
      width: 160,
      render: (row) => <span className="hj-figures">{row.phone}</span>,
    },
    {
      id: 'wechat',
      title: t('suppliers:column.wechat'),
      hidden: true,
      ellipsis: true,
      width: 130,
      render: (row) => row.wechat,
    },
    {
      id: 'email',
      title: t('suppliers:column.email'),
      hidden: true,
      ellipsis: true,
      width: 180,
      render: (row) => row.email,
    },
    {
      id: 'quotes',
      title: t('suppliers:column.quotes'),
      sort: 'quoteCount',
      align: 'right',
      width: 90,
      render: (row) => formatCount(row.quoteCount),
    },
    {
      id: 'lastQuote',
      title: t('suppliers:column.lastQuote'),
      width: 112,
      render: (row) => <span className="hj-figures">{row.lastQuoteOn}</span>,
    },
    {
      id: 'updated',
      title: t('suppliers:column.updated'),
      sort: 'updatedAt',
      width: 104,
      render: (row) => <Day at={row.updatedAt} />,
    },
  ];
}
