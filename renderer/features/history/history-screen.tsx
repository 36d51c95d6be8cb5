import { IconHistory, IconShieldCheck } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Action } from '../../../shared/contract/history.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { formatCount, formatInstant } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import type { TableColumn } from '../../ui/data-table.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { toastDone, toastError } from '../../ui/toasts.tsx';
import { ListTable } from '../list-views/list-table.tsx';
import { historySearch } from '../settings/routes.tsx';
import { ActionDrawer } from './action-drawer.tsx';
import { useActionText } from './action-label.ts';
import { useVerifyHistory } from './mutations.ts';
import { useHistory } from './queries.ts';

const route = getRouteApi('/workspace/settings/history');

export function HistoryScreen() {
  const { t } = useText();
  const text = useActionText();
  const address = route.useSearch();
  const { search, offset, limit, action: openId } = address;
  const navigate = route.useNavigate();
  const actions = useHistory({ search, offset, limit });
  const verify = useVerifyHistory();
  useCrumb(1, t('history:title'));
  const columns = useMemo<readonly TableColumn<Action>[]>(
    () => [
      {
        id: 'at',
        title: t('history:when'),
        width: 150,
        render: (action) => <span className="hj-figures">{formatInstant(action.at)}</span>,
      },
      {
        id: 'what',
        title: t('history:what'),
        always: true,
        ellipsis: true,
        render: (action) =>
          action.kind === 'do' ? (
            text(action.label)
          ) : (
            <>
              <StatusBadge tone="neutral" label={t(`history:kind.${action.kind}`)} /> {text(action.label)}
            </>
          ),
      },
      {
        id: 'changes',
        title: t('history:rows'),
        width: 90,
        align: 'right',
        render: (action) => <span className="hj-figure">{formatCount(action.changeCount)}</span>,
      },
      { id: 'who', title: t('history:who'), width: 160, ellipsis: true, render: (action) => action.actor },
    ],
    [t, text],
  );
  const check = () =>
    verify.mutate(
      {},
      {
        onSuccess: ({ intact, brokenSeq }) =>
          intact ? toastDone(t('history:intact')) : toastError(t('history:broken', { seq: brokenSeq ?? 0 })),
      },
    );
  const show = (action: string | undefined) =>
    void navigate({ search: (before) => ({ ...before, action }), replace: true });
  return (
    <>
      <PageHeader
        title={t('history:title')}
        hint={t('history:hint')}
        actions={[
          {
            label: t('history:verify'),
            icon: <IconShieldCheck size={15} aria-hidden />,
            onClick: check,
            disabled: verify.isPending,
          },
        ]}
      />
      <ListTable
        list="history"
        address={{
          search: address,
          schema: historySearch,
          go: (next) => void navigate({ search: next, replace: true }),
          passing: ['action'],
        }}
        id="history"
        label={t('history:title')}
        columns={columns}
        rows={actions.data?.rows}
        total={actions.data?.total ?? 0}
        error={actions.error}
        retry={() => void actions.refetch()}
        state={{ search, offset, limit, sort: 'at', descending: true }}
        onStateChange={(change) =>
          void navigate({
            search: (before) => ({
              ...before,
              search: change.search ?? before.search,
              offset: change.offset ?? before.offset,
              limit: change.limit ?? before.limit,
            }),
            replace: true,
          })
        }
        onOpen={(action) => show(action.id)}
        openId={openId ?? null}
        empty={
          <EmptyState
            icon={<IconHistory size={32} stroke={1.4} aria-hidden />}
            title={t('history:empty')}
            hint={t('history:emptyHint')}
          />
        }
      />
      <ActionDrawer
        action={actions.data?.rows.find((action) => action.id === openId) ?? null}
        onClose={() => show(undefined)}
      />
    </>
  );
}
