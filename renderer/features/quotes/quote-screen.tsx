import { Anchor, Button, Group, Menu, Title } from '@mantine/core';
import { IconArrowLeft, IconChevronDown, IconRefresh, IconTrash } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { Item } from '../../../shared/contract/items.ts';
import type { Project } from '../../../shared/contract/projects.ts';
import type { Quote, QuoteLine } from '../../../shared/contract/quotes.ts';
import { useCrumb } from '../../app/breadcrumb.tsx';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { ActionMenu } from '../../ui/page-header.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { ErrorState, LoadingForm } from '../../ui/states.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import { useItems } from '../items/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly, useToday } from '../workspaces/queries.ts';
import { LineGrid } from './line-grid.tsx';
import { useRemoveQuote, useRequote } from './mutations.ts';
import { useQuote, useQuotes } from './queries.ts';
import { ValidityBadge } from './quote-facts.tsx';
import classes from './quote-screen.module.css';
import { QuoteTerms } from './quote-terms.tsx';

const route = getRouteApi('/workspace/projects/$projectId/quotes/$quoteId');

/** One quote: its terms, its lines, the files it came in. */
export function QuoteScreen() {
  const project = useOpenProject();
  const { quoteId } = route.useParams();
  const quote = useQuote(quoteId);
  const items = useItems(project.id);
  const failed = quote.isError ? quote : items.isError ? items : null;
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (quote.data === undefined || items.data === undefined) return <LoadingForm fields={8} />;
  return <OpenQuote key={quoteId} project={project} {...quote.data} items={items.data} />;
}

interface Props {
  readonly project: Project;
  readonly quote: Quote;
  readonly lines: readonly QuoteLine[];
  readonly items: readonly Item[];
}

function OpenQuote({ project, quote, lines, items }: Props) {
  const { t } = useText();
  const name = useName();
  const readOnly = useReadOnly();
  const supplier = { nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
  useCrumb(3, t('quotes:quoteOf', { name: name(supplier) }));
  return (
    <div className={classes.page}>
      <QuoteHead project={project} quote={quote} />
      <div className={classes.panes}>
        <ScrollRegion label={t('quotes:editor.terms')} className={classes.terms}>
          <QuoteTerms quote={quote} project={project} readOnly={readOnly} />
          <Title order={2} mt="lg" mb={6}>
            {t('quotes:editor.files')}
          </Title>
          <AttachmentPanel owner={{ ownerKind: 'quote', ownerId: quote.id }} readOnly={readOnly} />
        </ScrollRegion>
        <section className={classes.lines} aria-label={t('quotes:editor.lines')}>
          <LineGrid quote={quote} lines={lines} items={items} readOnly={readOnly} />
        </section>
      </div>
    </div>
  );
}

function QuoteHead({ project, quote }: { readonly project: Project; readonly quote: Quote }) {
  const { t } = useText();
  const today = useToday();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const requote = useRequote();
  const remove = useRemoveQuote();
  const rounds = useRounds(project.id, quote);
  const newest = rounds[0];
  const open = (quoteId: string) =>
    void navigate({ to: '/projects/$projectId/quotes/$quoteId', params: { projectId: project.id, quoteId } });
  const supplier = { nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
  const list = `/projects/${project.id}/quotes`;
  return (
    <Group className={classes.head} gap="sm">
      <Anchor component={Link} to={list} className={classes.back}>
        <IconArrowLeft size={14} aria-hidden /> {t('quotes:backToList')}
      </Anchor>
      <Title order={2} className={classes.name}>
        <BilingualName {...supplier} />
      </Title>
      <RoundMenu quote={quote} rounds={rounds} onOpen={open} />
      {newest !== undefined && newest.id !== quote.id ? (
        <StatusBadge tone="neutral" label={t('quotes:superseded')} />
      ) : (
        <ValidityBadge quote={quote} today={today} />
      )}
      <span className={classes.spacer} />
      {readOnly ? null : (
        <>
          <Button
            flex="none"
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            title={t('quotes:requoteHint')}
            loading={requote.isPending}
            onClick={() => requote.mutate({ id: quote.id }, { onSuccess: (next) => open(next.id) })}
          >
            {t('quotes:requote')}
          </Button>
          <ActionMenu
            actions={[
              {
                label: t('quotes:delete'),
                icon: <IconTrash size={15} aria-hidden />,
                destructive: true,
                onClick: () => remove(quote, () => void navigate({ to: list })),
              },
            ]}
          />
        </>
      )}
    </Group>
  );
}

/** Every round of this supplier in the project, newest first. */
function useRounds(projectId: string, quote: Quote): Quote[] {
  const quotes = useQuotes(projectId).data ?? [];
  return quotes.filter((one) => one.supplierId === quote.supplierId).toSorted((a, b) => b.round - a.round);
}

function RoundMenu(props: {
  readonly quote: Quote;
  readonly rounds: readonly Quote[];
  readonly onOpen: (id: string) => void;
}) {
  const { quote, rounds, onOpen } = props;
  const { t } = useText();
  const label = t('quote:round', { round: quote.round });
  if (rounds.length < 2) return <span className={classes.round}>{label}</span>;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          flex="none"
          variant="subtle"
          color="gray"
          size="compact-sm"
          rightSection={<IconChevronDown size={13} aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('quotes:editor.history')}</Menu.Label>
        {rounds.map((one) => (
          <Menu.Item
            key={one.id}
            onClick={() => onOpen(one.id)}
            rightSection={<span className="hj-quiet">{one.receivedOn}</span>}
            {...(one.id === quote.id ? { 'aria-current': true } : {})}
          >
            {t('quote:round', { round: one.round })}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          renderRoot={(root) => (
            <Link
              {...root}
              to="/projects/$projectId/compare"
              params={{ projectId: quote.projectId }}
              search={{ view: 'rounds', supplier: quote.supplierId }}
            />
          )}
        >
          {t('comparisons:headMenu.rounds')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
