import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import type { ComparedQuote } from '../../../../shared/domain/comparison/types.ts';
import { formatMoney, formatMoneyWithCode, formatQuantity } from '../../../i18n/format.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { reasonsOf } from '../reasons.ts';
import { standingOf } from '../standing.ts';
import { columnHeadAria, rowHeadAria } from './grid-aria.ts';
import { FROZEN_WIDTH } from './grid-layout.ts';
import classes from './matrix.module.css';
import { isEdge, LowestMark } from './matrix-cells.tsx';
import type { MatrixModel, MatrixRow } from './matrix-model.ts';

interface HeadProps {
  readonly model: MatrixModel;
  readonly projectId: string;
  readonly columnIndex: number;
  readonly start: number;
  readonly width: number;
  readonly isActive: boolean;
}

/** Who quotes, how the quote stands and what it comes to. */
export const ColumnHead = memo(function ColumnHead(props: HeadProps) {
  const { model, projectId, columnIndex, start, width, isActive } = props;
  const { t } = useText();
  const column = model.columns[columnIndex];
  if (column === undefined) return null;
  const { comparison } = model;
  return (
    <div
      {...columnHeadAria(columnIndex)}
      className={classes.columnHead}
      data-place={`-1:${columnIndex}`}
      data-apart={(column.kind === 'quote' && column.compared.state !== 'ranked') || undefined}
      data-edge={isEdge(model, columnIndex) || undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ left: FROZEN_WIDTH, width, transform: `translateX(${start}px)` }}
    >
      {column.kind === 'estimate' ? (
        <>
          <span className={classes.name}>{t('comparisons:estimate')}</span>
          <span className={classes.otherName}>{t('comparisons:estimateHint')}</span>
          <HeadTotal
            minor={comparison.estimateMinor}
            currency={comparison.options.currency}
            quiet={comparison.estimatedCount < comparison.rows.length}
          />
        </>
      ) : (
        <QuoteHead compared={column.compared} model={model} projectId={projectId} />
      )}
    </div>
  );
});

function QuoteHead(props: { compared: ComparedQuote; model: MatrixModel; projectId: string }) {
  const { compared, model, projectId } = props;
  const { language } = useLanguage();
  const { t } = useText();
  const nameOf = useName();
  const { quote } = compared;
  const names = { nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh };
  const name = nameOf(names);
  const other = [names.nameEn, names.nameZh].find((one) => one !== '' && one !== name) ?? '';
  const badge = standingOf(compared, model.comparison, t);
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
      <span className={classes.otherName} lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {other}
      </span>
      <div className={classes.headFoot}>
        <StatusBadge tone={badge.tone} label={badge.label} title={reasonsOf(compared, t).join('\n')} />
        <HeadTotal
          minor={compared.totalMinor}
          currency={model.comparison.options.currency}
          quiet={compared.rank === null}
        />
      </div>
    </>
  );
}

function HeadTotal({ minor, currency, quiet }: { minor: number | null; currency: string; quiet: boolean }) {
  return (
    <span className={`hj-figure ${classes.headTotal}`} data-quiet={quiet || undefined} style={{ marginTop: 'auto' }}>
      {minor === null ? '—' : formatMoney(minor, currency)}
    </span>
  );
}

/** What the matrix compares, and what its marks mean. */
export function MatrixCorner({ model, isActive }: { readonly model: MatrixModel; readonly isActive: boolean }) {
  const { t } = useText();
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
            <span className={classes.mark}>{t('comparisons:mark.moq')}</span>
            {t('comparisons:legend.moq')}
          </span>
        </span>
      )}
    </div>
  );
}

/** What a row is about, in the frozen column. */
export const RowHead = memo(function RowHead(props: {
  readonly model: MatrixModel;
  readonly row: Exclude<MatrixRow, { kind: 'section' }>;
  readonly rowIndex: number;
  readonly isActive: boolean;
}) {
  const { model, row, rowIndex, isActive } = props;
  const { t } = useText();
  const nameOf = useName();
  return (
    <div
      {...rowHeadAria()}
      className={classes.rowHead}
      data-place={`${rowIndex}:-1`}
      data-strong={(row.kind === 'result' && row.result === 'total') || undefined}
      tabIndex={isActive ? 0 : -1}
      style={{ width: FROZEN_WIDTH }}
    >
      {row.kind === 'item' ? (
        <>
          <span title={nameOf(row.row.item)}>
            {row.row.item.lineNo === '' ? null : <span className={classes.lineNo}>{row.row.item.lineNo}</span>}
            {nameOf(row.row.item)}
          </span>
          <span className={classes.second} title={row.row.item.specification}>
            {row.row.need === null
              ? t('comparisons:noQuantity')
              : `${formatQuantity(row.row.need)} ${row.row.item.unit}`.trim()}
            {row.row.item.specification === '' ? '' : ` · ${row.row.item.specification}`}
          </span>
        </>
      ) : (
        <span title={hintOf(row, t)}>{titleOf(row, model, t)}</span>
      )}
    </div>
  );
});

function titleOf(
  row: Exclude<MatrixRow, { kind: 'section' | 'item' }>,
  { comparison }: MatrixModel,
  t: Translate,
): string {
  const { currency } = comparison.options;
  switch (row.kind) {
    case 'result': {
      if (row.result === 'toEstimate' && comparison.estimateMinor !== null) {
        return t('comparisons:row.toEstimateOf', { total: formatMoneyWithCode(comparison.estimateMinor, currency) });
      }
      return t(`comparisons:row.${row.result}`, { currency });
    }
    case 'cost':
      return row.part === 'sample'
        ? t('comparisons:row.sample', { part: t('quote:costPart.sample') })
        : t(`quote:costPart.${row.part}`);
    case 'term':
      return t(`comparisons:term.${row.term}`);
    default:
      return t(`comparisons:row.${row.kind}`);
  }
}

function hintOf(row: Exclude<MatrixRow, { kind: 'section' | 'item' }>, t: Translate): string | undefined {
  return row.kind === 'goods' ? t('comparisons:row.goodsHint') : undefined;
}
