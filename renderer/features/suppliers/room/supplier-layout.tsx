import { IconExternalLink, IconTrash } from '@tabler/icons-react';
import { Outlet, useNavigate, useParams, useRouterState } from '@tanstack/react-router';
import type { SupplierProfile } from '../../../../shared/contract/supplier-profiles.ts';
import type { Supplier } from '../../../../shared/contract/suppliers.ts';
import { useCrumb } from '../../../app/breadcrumb.tsx';
import { formatScore } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { BilingualName, useName } from '../../../ui/bilingual-name.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ErrorState, LoadingForm, LoadingRows } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useRemoveSupplier } from '../mutations.ts';
import { useSupplier, useSupplierQuotes } from '../queries.ts';
import { webAddress } from '../web-address.ts';
import { OpenSupplierContext } from './open-supplier.ts';
import { useProfile } from './queries.ts';
import classes from './room.module.css';
import { VerificationBadge } from './states.tsx';

/** The parts of a supplier's room, in the order of its tabs; each has a text below `suppliers:tab`. */
const TABS = [
  'profile',
  'verification',
  'qualification',
  'scores',
  'communication',
  'quotes',
  'quality',
  'timeline',
] as const;

/** The head and tabs of one supplier; its parts show below. */
export function SupplierLayout() {
  const { supplierId } = useParams({ from: '/workspace/suppliers/$supplierId' });
  const supplier = useSupplier(supplierId);
  const profile = useProfile(supplierId);
  if (supplier.isError) return <ErrorState error={supplier.error} retry={() => void supplier.refetch()} />;
  if (supplier.isPending) return <LoadingRows />;
  return (
    <>
      <SupplierHead supplier={supplier.data} profile={profile.data} />
      <div className={classes.room}>
        {profile.isError ? (
          <ErrorState error={profile.error} retry={() => void profile.refetch()} />
        ) : profile.isPending ? (
          <LoadingForm />
        ) : (
          <OpenSupplierContext value={{ supplier: supplier.data, profile: profile.data }}>
            <Outlet />
          </OpenSupplierContext>
        )}
      </div>
    </>
  );
}

function SupplierHead(props: { readonly supplier: Supplier; readonly profile: SupplierProfile | undefined }) {
  const { supplier, profile } = props;
  const { t } = useText();
  const name = useName();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const remove = useRemoveSupplier();
  const quotes = useSupplierQuotes(supplier.id).data;
  const current = useCurrentTab(supplier.id);
  const shop = webAddress(supplier.shopUrl);
  const hasQuotes = (quotes ?? []).length > 0;
  useCrumb(1, name(supplier), `/suppliers/${supplier.id}/profile`);
  useCrumb(
    2,
    current === undefined ? undefined : t(`suppliers:tab.${current}`),
    `/suppliers/${supplier.id}/${current}`,
  );
  const goTo = (tab: string) => void navigate({ to: `/suppliers/${supplier.id}/${tab}` });
  return (
    <PageHeader
      title={<BilingualName {...supplier} />}
      state={profile === undefined ? undefined : <Standing profile={profile} />}
      actions={[
        ...(shop === null
          ? []
          : [
              {
                label: t('suppliers:field.openShop'),
                icon: <IconExternalLink size={15} aria-hidden />,
                onClick: () => void window.open(shop, '_blank', 'noopener,noreferrer'),
              },
            ]),
        ...(readOnly
          ? []
          : [
              {
                label: t('suppliers:delete'),
                icon: <IconTrash size={15} aria-hidden />,
                destructive: true,
                disabled: hasQuotes || quotes === undefined,
                ...(hasQuotes ? { hint: t('suppliers:deleteRefused') } : {}),
                onClick: () => remove(supplier, () => void navigate({ to: '/suppliers' })),
              },
            ]),
      ]}
      tabs={{
        tabs: TABS.map((tab) => ({
          value: tab,
          label: t(`suppliers:tab.${tab}`),
          ...(tab === 'quotes' && quotes !== undefined
            ? { count: quotes.filter((one) => !one.superseded).length }
            : {}),
          ...(tab === 'communication' && profile !== undefined ? { count: profile.communicationCount } : {}),
        })),
        current: current ?? '',
        onChange: goTo,
      }}
    />
  );
}

/** Whether the supplier may be dealt with, how it scores, how far it is verified. */
function Standing({ profile: { assessment } }: { readonly profile: SupplierProfile }) {
  const { t } = useText();
  const { disqualified, qualification, verification } = assessment;
  return (
    <>
      {disqualified ? <StatusBadge tone="bad" label={t('supplier:standing.disqualified')} /> : null}
      {qualification.state === 'scored' ? (
        <StatusBadge
          tone="neutral"
          label={t('suppliers:qualificationOf', { score: formatScore(qualification.scoreHundredths) })}
        />
      ) : (
        <StatusBadge
          tone="unknown"
          label={t('supplier:standing.insufficientData')}
          title={t('suppliers:insufficient')}
        />
      )}
      <VerificationBadge state={verification} />
    </>
  );
}

function useCurrentTab(supplierId: string): (typeof TABS)[number] | undefined {
  const path = useRouterState({ select: (router) => router.location.pathname });
  const part = path.slice(`/suppliers/${supplierId}/`.length).split('/')[0];
  return TABS.find((tab) => tab === part);
}
