import { Anchor } from '@mantine/core';
import {
  IconAlertTriangle,
  IconArchive,
  IconAward,
  IconCertificate,
  IconChartLine,
  IconChecklist,
  IconFileDollar,
  IconMessage,
  IconPackage,
  IconZoomCheck,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TimelineEntry } from '../../../../shared/contract/supplier-timelines.ts';
import { TIMELINE_EVENTS, TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/suppliers/timeline.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { MoneyCell } from '../../../ui/figures.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { ResultBadge } from '../../inspections/result-badge.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { CheckBadge } from './states.tsx';
import timeline from './timeline.module.css';

const ICONS: Readonly<Record<TimelineKind, typeof IconMessage>> = {
  quotes: IconFileDollar,
  communication: IconMessage,
  figures: IconChartLine,
  checks: IconChecklist,
  papers: IconCertificate,
  standing: IconAlertTriangle,
  samples: IconPackage,
  inspections: IconZoomCheck,
  awards: IconAward,
  dossiers: IconArchive,
};
const VERDICT_TONES = { approved: 'good', conditional: 'warning', rejected: 'bad' } as const satisfies Record<
  string,
  Tone
>;

/** One thing that happened: its day, its name as a link to its place, how it stands, and what was written. */
export function TimelineItem({ entry, isAhead }: { readonly entry: TimelineEntry; readonly isAhead: boolean }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const nameOf = useName();
  const Icon = ICONS[kindOf(entry)];
  const project = entry.projectId === null ? '' : nameOf({ nameEn: entry.projectNameEn, nameZh: entry.projectNameZh });
  const asides = [
    project,
    entry.by,
    ...(entry.event === 'quote' && !entry.isReceived ? [t('suppliers:timeline.entered')] : []),
  ];
  return (
    <li className={timeline.entry}>
      <time className="hj-quiet hj-figures" dateTime={entry.on}>
        {entry.on}
      </time>
      <span className={timeline.icon} title={t(`suppliers:timeline.kind.${kindOf(entry)}`)}>
        <Icon size={15} stroke={1.6} aria-hidden />
      </span>
      <div>
        <div className={timeline.head}>
          <Anchor renderRoot={(rest) => <Place {...rest} entry={entry} supplierId={supplier.id} />}>
            {titleOf(entry, isAhead, t)}
          </Anchor>
          <StateOf entry={entry} />
          {isAhead ? <StatusBadge tone="neutral" label={t('suppliers:timeline.ahead')} /> : null}
          {asides.some((one) => one !== '') ? (
            <span className="hj-unit">{asides.filter((one) => one !== '').join(' · ')}</span>
          ) : null}
        </div>
        {entry.text.trim() === '' ? null : <p className={timeline.text}>{entry.text}</p>}
      </div>
    </li>
  );
}

function kindOf({ event }: TimelineEntry): TimelineKind {
  const kind = TIMELINE_KINDS.find((one) => TIMELINE_EVENTS[one].some((word) => word === event));
  if (kind === undefined) throw new Error(`no kind of ${event}`);
  return kind;
}

function titleOf(entry: TimelineEntry, isAhead: boolean, t: Translate): string {
  switch (entry.event) {
    case 'quote':
      return t('suppliers:timeline.quote', { round: entry.round });
    case 'confirmation':
      return t('suppliers:timeline.confirmation', { confirmed: entry.confirmedRound, round: entry.round });
    case 'communication':
      return `${t(`supplier:channel.${entry.channel}`)} · ${t(`supplier:direction.${entry.direction}`)}`;
    case 'check':
      return t(`supplier:check.${entry.item}`);
    case 'certificateIssued':
    case 'certificateExpires':
      return paperTitle(
        entry.event === 'certificateIssued',
        isAhead,
        t(`supplier:certificateKind.${entry.certificateKind}`),
        t,
      );
    case 'documentIssued':
    case 'documentExpires':
      return paperTitle(
        entry.event === 'documentIssued',
        isAhead,
        t(`inspections:paper.kind.${entry.documentKind}`),
        t,
      );
    case 'flag':
      return t('suppliers:timeline.flag', { flag: t(`supplier:flag.${entry.flag}`) });
    case 'override':
      return t('suppliers:timeline.override', { disqualifier: t(`supplier:disqualifier.${entry.disqualifier}`) });
    case 'inspectionPlanned':
    case 'inspectionDone':
      return t(`suppliers:timeline.${entry.event}`, {
        kind: t(`suppliers:timeline.inspectionKind.${entry.inspectionKind}`),
        number: entry.number,
      });
    case 'askSheet':
    case 'reading':
    case 'disqualified':
    case 'cleared':
      return t(`suppliers:timeline.${entry.event}`);
    case 'sampleRequested':
    case 'sampleShipped':
    case 'sampleReceived':
    case 'awarded':
    case 'awardReopened':
    case 'dossier':
      return t(`suppliers:timeline.${entry.event}`, { number: entry.number });
  }
}

function paperTitle(isIssued: boolean, isAhead: boolean, kind: string, t: Translate): string {
  if (isIssued) return t('suppliers:timeline.certificateIssued', { kind });
  return t(isAhead ? 'suppliers:timeline.certificateExpires' : 'suppliers:timeline.certificateExpired', { kind });
}

/** How it stands, in words with a tone; nothing where there is nothing to say. */
function StateOf({ entry }: { readonly entry: TimelineEntry }): ReactNode {
  const { t } = useText();
  switch (entry.event) {
    case 'check':
      return <CheckBadge state={entry.state} />;
    case 'inspectionDone':
      return <ResultBadge result={entry.result} />;
    case 'sampleReceived':
      return entry.verdict === null ? null : (
        <StatusBadge tone={VERDICT_TONES[entry.verdict]} label={t(`samples:verdict.${entry.verdict}`)} />
      );
    case 'quote':
      return <span className="hj-unit">{entry.currency}</span>;
    case 'awarded':
      return <MoneyCell minor={entry.amountMinor} currency={entry.currency} />;
    default:
      return null;
  }
}

/** A link to where the entry lives. */
function Place(props: { readonly entry: TimelineEntry; readonly supplierId: Id; readonly children?: ReactNode }) {
  const { entry, supplierId, ...rest } = props;
  const { event, recordId, projectId } = entry;
  const ofSupplier = { supplierId };
  switch (event) {
    case 'quote':
    case 'confirmation':
      return (
        <Link
          {...rest}
          to="/projects/$projectId/quotes/$quoteId"
          params={{ projectId: projectId ?? '', quoteId: recordId }}
        />
      );
    case 'communication':
    case 'askSheet':
      return <Link {...rest} to="/suppliers/$supplierId/communication" params={ofSupplier} />;
    case 'reading':
      return <Link {...rest} to="/suppliers/$supplierId/scores" params={ofSupplier} />;
    case 'check':
      return <Link {...rest} to="/suppliers/$supplierId/verification" params={ofSupplier} />;
    case 'certificateIssued':
    case 'certificateExpires':
      return <Link {...rest} to="/suppliers/$supplierId/profile" params={ofSupplier} />;
    case 'documentIssued':
    case 'documentExpires':
      return <Link {...rest} to="/inspections/papers" />;
    case 'flag':
    case 'override':
    case 'disqualified':
    case 'cleared':
      return <Link {...rest} to="/suppliers/$supplierId/qualification" params={ofSupplier} />;
    case 'sampleRequested':
    case 'sampleShipped':
    case 'sampleReceived':
      return <Link {...rest} to="/samples/$roundId" params={{ roundId: recordId }} />;
    case 'inspectionPlanned':
    case 'inspectionDone':
      return <Link {...rest} to="/inspections/$inspectionId" params={{ inspectionId: recordId }} />;
    case 'awarded':
    case 'awardReopened':
      return (
        <Link
          {...rest}
          to="/projects/$projectId/award"
          params={{ projectId: projectId ?? '' }}
          search={{ view: 'decision' }}
        />
      );
    case 'dossier':
      return <Link {...rest} to="/print/dossiers/$dossierId" params={{ dossierId: recordId }} />;
  }
}
