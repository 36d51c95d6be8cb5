import { memo } from 'react';
import { formatMoneyWithCode, formatQuantity } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/use-text.ts';
import { componentName } from '../ledger/ledger-model.ts';
import { rowAria, rowHeadAria, sectionAria } from './grid-aria.ts';
import classes from './matrix.module.css';
import type { MatrixModel, MatrixRow } from './matrix-model.ts';
import type { Words } from './words.ts';

/**
 * What a row is about. All of them stand in one frozen column: were each frozen in its own row, each would be a layer of its own,
 * to be drawn anew in every frame.
 */
export const RowHead = memo(function RowHead(props: {
  readonly model: MatrixModel;
  readonly words: Words;
  readonly rowIndex: number;
  readonly start: number;
  readonly size: number;
  readonly isActive: boolean;
}) {
  const { model, words, rowIndex, start, size, isActive } = props;
  const { t, nameOf } = words;
  const row = model.rows[rowIndex];
  const style = { height: size, transform: `translateY(${start}px)` };
  if (row === undefined) return null;
  if (row.kind === 'section') {
    return (
      <div {...rowAria(rowIndex)} className={classes.headRow} style={style}>
        <div {...sectionAria(rowIndex, model.columns.length)} className={classes.sectionTitle}>
          {t(`comparisons:section.${row.section}`)}
        </div>
      </div>
    );
  }
  return (
    <div {...rowAria(rowIndex)} className={classes.headRow} style={style}>
      <div
        {...rowHeadAria(rowIndex)}
        className={classes.rowHead}
        data-place={`${rowIndex}:-1`}
        data-strong={(row.kind === 'result' && row.result === 'total') || undefined}
        tabIndex={isActive ? 0 : -1}
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
    case 'component':
      return `${componentName(row.component, t)}, ${currency}`;
    case 'term':
      return t(`comparisons:term.${row.term}`);
    default:
      return t(`comparisons:row.${row.kind}`);
  }
}

function hintOf(row: Exclude<MatrixRow, { kind: 'section' | 'item' }>, t: Translate): string | undefined {
  return row.kind === 'goods' ? t('comparisons:row.goodsHint') : undefined;
}
