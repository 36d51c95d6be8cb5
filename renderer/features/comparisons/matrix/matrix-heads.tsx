import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { ComparedQuote, MinorRange } from '../../../../shared/domain/comparison/types.ts';
import { formatMoneyRangeShort } from '../../../i18n/format.ts';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { reasonsOf } from '../reasons.ts';
import { standingOf } from '../standing.ts';
import { columnHeadAria } from './grid-aria.ts';
import { FROZEN_WIDTH } from './grid-layout.ts';
import { HeadMenu } from './head-menu.tsx';
import classes from './matrix.module.css';
import { isEdge, LowestMark } from './matrix-cells.tsx';
import type { MatrixModel } from './matrix-model.ts';
import type { Words } from './words.ts';

interface HeadProps {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly projectId: string;
  readonly columnIndex: number;
  readonly start: number;
  readonly width: number;
  readonly isActive: boolean;
}

/** Who quotes, how the quote stands and what it comes to. */
export const ColumnHead = memo(function ColumnHead(props: HeadProps) {
  const { model, words, projectId, columnIndex, start, width, isActive } = props;
  const { t } = words;
  const column = model.columns[columnIndex];
  if (column === undefined) return null;
  const { comparison } = model;
  const isPartial = comparison.estimatedCount < comparison.rows.length;
  return (
    <div
      {...columnHeadAria(columnIndex)}
      className={classes.columnHead}
      data-place={`-1:${columnIndex}`}
      data-apart={(column.kind === 'quote' && column.compared.state !== 'ranked') || undefined}
      data-first={columnIndex === 0 || undefined}
      data-edge={isEdge(model, columnIndex) || undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ left: FROZEN_WIDTH + start, width }}
    >
      {column.kind === 'estimate' ? (
        <>
          <span className={classes.name}>{t('comparisons:estimate')}</span>
          <span className={classes.otherName}>
            {isPartial
              ? t('comparisons:badge.priced', { priced: comparison.estimatedCount, all: comparison.rows.length })
              : t('comparisons:estimateHint')}
          </span>
          <HeadTotal
            range={pointRange(comparison.estimateMinor)}
            currency={comparison.options.currency}
            quiet={isPartial}
          />
        </>
      ) : (
        <QuoteHead compared={column.compared} model={model} words={words} projectId={projectId} />
      )}
    </div>
  );
});

function QuoteHead(props: { compared: ComparedQuote; model: MatrixModel; words: Words; projectId: string }) {
  const { compared, model, words, projectId } = props;
  const { t, nameOf, language } = words;
  const { quote } = compared;
  const names = { nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
  const name = nameOf(names);
  const other = [names.nameEn, names.nameZh].find((one) => one !== '' && one !== name) ?? '';
  const badge = standingOf(compared, model.comparison, t);
  const first = model.comparison.quotes[0];
  const lowest = first?.state === 'ranked' ? first : null;
  return (
    <>
      <Link
        to="/projects/$projectId/quotes/$quoteId"
        params={{ projectId, quoteId: quote.id }}
        className={classes.name}
        tabIndex={-1}
        title={[name, other].filter(Boolean).join('\n')}
      >
        {name}
      </Link>
      <HeadMenu compared={compared} lowest={lowest} name={name} projectId={projectId} words={words} />
      <span className={classes.otherName} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {other}
      </span>
      <div className={classes.headFoot}>
        <StatusBadge tone={badge.tone} label={badge.label} title={reasonsOf(compared, t).join('\n')} />
        <HeadTotal
          range={compared.totalRange}
          currency={model.comparison.options.currency}
          quiet={compared.standing === null}
        />
      </div>
    </>
  );
}

function pointRange(minor: number | null): MinorRange | null {
  return minor === null ? null : { lowMinor: minor, highMinor: minor };
}

function HeadTotal(props: { range: MinorRange | null; currency: string; quiet: boolean }) {
  const { range, currency, quiet } = props;
  return (
    <span className={`hj-figure ${classes.headTotal}`} data-quiet={quiet || undefined} style={{ marginTop: 'auto' }}>
      {range === null ? '—' : formatMoneyRangeShort(range, currency)}
    </span>
  );
}

/** What the matrix compares, and what its marks mean. */
export const MatrixCorner = memo(function MatrixCorner(props: {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly isActive: boolean;
}) {
  const { model, words, isActive } = props;
  const { t } = words;
  const { options, quotes } = model.comparison;
  return (
    <div
      {...columnHeadAria(-1)}
      className={classes.corner}
      data-place="-1:-1"
      tabIndex={isActive ? 0 : -1}
      style={{ width: FROZEN_WIDTH }}
    >
      <span>{t(`comparison:basis.${options.basis}`)}</span>
      <span>{t('comparisons:inCurrencyAsOf', { currency: options.currency, date: options.asOf })}</span>
      {quotes.length < 2 ? null : (
        <span className={classes.legend}>
          <span>
            <LowestMark />
            {t('comparisons:legend.lowest')}
          </span>
          <span>
            <span className={classes.mark}>{t('comparisons:mark.tier')}</span>
            {t('comparisons:legend.tier')}
          </span>
          <span>
            <span className={classes.mark}>{t('comparisons:mark.moq')}</span>
            {t('comparisons:legend.moq')}
          </span>
        </span>
      )}
    </div>
  );
});
