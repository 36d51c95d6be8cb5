import { Button, Chip, Pagination, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useId } from 'react';
import type { TimelineEntry } from '../../../../shared/contract/supplier-timelines.ts';
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/suppliers/timeline.ts';
import { formatCount } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useText } from '../../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Quiet } from './panel.tsx';
import { useTimeline } from './queries.ts';
import classes from './room.module.css';
import timeline from './timeline.module.css';
import { TimelineItem } from './timeline-item.tsx';

const route = getRouteApi('/workspace/suppliers/$supplierId/timeline');
const PAGE = 100;

/** Everything that happened with the supplier, newest first, and what is dated ahead. */
export function TimelineScreen() {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const { kinds, offset } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useTimeline(supplier.id, kinds, offset, PAGE);
  const show = (next: { kinds?: TimelineKind[]; offset?: number }) =>
    void navigate({ search: (before) => ({ ...before, offset: 0, ...next }), replace: true });
  if (found.isError) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  if (found.isPending) return <LoadingRows />;
  const { entries, total, counts } = found.data;
  if (TIMELINE_KINDS.every((kind) => counts[kind] === 0)) {
    return (
      <EmptyState
        icon={<IconHistory size={32} stroke={1.4} aria-hidden />}
        title={t('suppliers:timeline.empty')}
        hint={t('suppliers:timeline.emptyHint')}
      />
    );
  }
  return (
    <div className={classes.screen} data-single>
      <div>
        <KindChips kinds={kinds} counts={counts} onChange={(next) => show({ kinds: next })} />
        {total === 0 ? (
          <Quiet>{t('suppliers:timeline.nothing')}</Quiet>
        ) : entries.length === 0 ? (
          // A page beyond the last one: an old address, or entries that went since.
          <Button variant="subtle" onClick={() => show({})}>
            {t('suppliers:timeline.showAll')}
          </Button>
        ) : (
          [...Map.groupBy(entries, ({ on }) => on.slice(0, 7))].map(([month, ofMonth]) => (
            <Month key={month} month={month} entries={ofMonth} />
          ))
        )}
        {total <= PAGE ? null : (
          <div className={timeline.pages}>
            <Text size="sm" c="dimmed" className="hj-figures">
              {t('range', {
                from: formatCount(Math.min(offset + 1, total)),
                to: formatCount(offset + entries.length),
                total: formatCount(total),
              })}
            </Text>
            <Pagination
              size="sm"
              aria-label={t('pages')}
              total={Math.ceil(total / PAGE)}
              value={Math.floor(offset / PAGE) + 1}
              onChange={(page) => show({ offset: (page - 1) * PAGE })}
              getItemProps={(page) => ({ 'aria-label': t('page', { page }) })}
              getControlProps={(control) => ({
                'aria-label': control === 'previous' || control === 'first' ? t('previousPage') : t('nextPage'),
              })}
            />
          </div>
        )}
      </div>
    </div>
  );
}

/** What of it is shown: the kinds that there are, each with how many entries it has. None chosen: all. */
function KindChips(props: {
  readonly kinds: readonly TimelineKind[];
  readonly counts: Readonly<Record<TimelineKind, number>>;
  readonly onChange: (kinds: TimelineKind[]) => void;
}) {
  const { kinds, counts, onChange } = props;
  const { t } = useText();
  const offered = TIMELINE_KINDS.filter((kind) => counts[kind] > 0 || kinds.includes(kind));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div role="group" aria-label={t('suppliers:timeline.kinds')} className={timeline.filters}>
      <Chip size="xs" checked={kinds.length === 0} onChange={() => onChange([])}>
        {t('suppliers:timeline.all')}
      </Chip>
      {offered.map((kind) => (
        <Chip
          key={kind}
          size="xs"
          checked={kinds.includes(kind)}
          onChange={(on) => onChange(TIMELINE_KINDS.filter((one) => (one === kind ? on : kinds.includes(one))))}
        >
          {t(`suppliers:timeline.kind.${kind}`)} {formatCount(counts[kind])}
        </Chip>
      ))}
    </div>
  );
}

function Month({ month, entries }: { readonly month: string; readonly entries: readonly TimelineEntry[] }) {
  const { language } = useLanguage();
  const { profile } = useOpenSupplier();
  const id = useId();
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  return (
    <section className={timeline.month} aria-labelledby={id}>
      <h2 id={id}>{name.format(new Date(`${month}-01T00:00:00Z`))}</h2>
      <ol className={timeline.entries}>
        {entries.map((entry) => (
          <TimelineItem key={entry.key} entry={entry} isAhead={entry.on > profile.assessment.asOf} />
        ))}
      </ol>
    </section>
  );
}
