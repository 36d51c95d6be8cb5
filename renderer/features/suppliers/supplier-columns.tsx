import type { SupplierRow } from '../../../shared/contract/suppliers.ts';
import { provinceIn } from '../../../shared/documents/supplier-text.ts';
import { certificateState } from '../../../shared/domain/suppliers/certificates.ts';
import { formatCount, formatScore } from '../../i18n/format.ts';
import type { Language } from '../../i18n/resources.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { BilingualName } from '../../ui/bilingual-name.tsx';
import type { TableColumn } from '../../ui/data-table.tsx';
import { Day } from '../../ui/day.tsx';
import { Unknown } from '../../ui/figures.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { CertificateBadge, VerificationBadge } from './room/states.tsx';
import type { SUPPLIER_SORTS } from './routes.tsx';

type Sort = (typeof SUPPLIER_SORTS)[number];

/** The columns of the list; papers are told as of `today`. */
export function supplierColumns(
  t: Translate,
  language: Language,
  today: string | null,
): TableColumn<SupplierRow, Sort>[] {
  return [
    {
      id: 'name',
      title: t('suppliers:column.name'),
      sort: 'name',
      always: true,
      rest: 286,
      render: (row) => <BilingualName {...row} />,
    },
    {
      id: 'qualification',
      title: t('suppliers:column.qualification'),
      sort: 'qualification',
      width: 148,
      align: 'right',
      render: (row) => <QualificationCell row={row} />,
    },
    {
      id: 'tier',
      title: t('suppliers:column.tier'),
      sort: 'tier',
      width: 124,
      render: (row) => (row.tier === null ? <Unknown /> : t(`supplier:tier.${row.tier}`)),
    },
    {
      id: 'province',
      title: t('suppliers:column.province'),
      sort: 'province',
      width: 104,
      ellipsis: true,
      render: (row) => (row.province === '' ? <Unknown /> : provinceIn(language, row.province)),
    },
    {
      id: 'nextExpiry',
      title: t('suppliers:column.nextExpiry'),
      sort: 'nextExpiry',
      width: 210,
      render: (row) => <ExpiryCell on={row.nextExpiry} today={today} />,
    },
    {
      id: 'verification',
      title: t('suppliers:column.verification'),
      hidden: true,
      width: 140,
      render: (row) => <VerificationBadge state={row.verification} />,
    },
    {
      id: 'tags',
      title: t('suppliers:column.tags'),
      hidden: true,
      ellipsis: true,
      width: 150,
      render: (row) => row.tags.join(', '),
    },
    {
      id: 'region',
      title: t('suppliers:column.region'),
      hidden: true,
      sort: 'region',
      ellipsis: true,
      width: 150,
      render: (row) => <span title={row.region}>{row.region}</span>,
    },
    {
      id: 'contact',
      title: t('suppliers:column.contact'),
      hidden: true,
      ellipsis: true,
      width: 130,
      render: (row) => <span title={row.contactName}>{row.contactName}</span>,
    },
    {
      id: 'phone',
      title: t('suppliers:column.phone'),
      hidden: true,
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
      width: 76,
      render: (row) => formatCount(row.quoteCount),
    },
    {
      id: 'lastQuote',
      title: t('suppliers:column.lastQuote'),
      hidden: true,
      width: 112,
      render: (row) => <span className="hj-figures">{row.lastQuoteOn}</span>,
    },
    {
      id: 'updated',
      title: t('suppliers:column.updated'),
      sort: 'updatedAt',
      width: 108,
      render: (row) => <Day at={row.updatedAt} />,
    },
  ];
}

/** The score, or why there is none; a disqualified supplier shows both. */
function QualificationCell({ row }: { readonly row: SupplierRow }) {
  const { t } = useText();
  const { qualificationHundredths, disqualified, coverageBp } = row;
  const hint = t('suppliers:standingHint', { coverage: Math.round(coverageBp / 100) });
  const score =
    qualificationHundredths === null ? (
      <span className="hj-quiet">{t('supplier:standing.insufficientData')}</span>
    ) : (
      formatScore(qualificationHundredths)
    );
  if (!disqualified) return <span title={hint}>{score}</span>;
  return (
    <span title={hint}>
      <StatusBadge tone="bad" label={t('supplier:standing.disqualified')} />{' '}
      {qualificationHundredths === null ? null : score}
    </span>
  );
}

function ExpiryCell({ on, today }: { readonly on: string | null; readonly today: string | null }) {
  if (on === null || today === null) return null;
  const state = certificateState(on, today);
  return (
    <span className="hj-figures">
      {on} {state === 'valid' ? null : <CertificateBadge state={state} />}
    </span>
  );
}
