import { Text } from '@mantine/core';
import { type ComparisonBasis, isLanded } from '../../../shared/domain/comparison/types.ts';
import type { QuantityCurve } from '../../../shared/domain/quantity-curves/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import type { FigureTexts } from './figure-texts.ts';
import classes from './quantity-curves.module.css';

const SHOWN = 8;

/** In words: who is cheapest from where to where. */
export function CrossoverSentences(props: {
  readonly curve: QuantityCurve;
  readonly texts: FigureTexts;
  readonly isCut: boolean;
  readonly basis: ComparisonBasis;
}) {
  const { curve, texts, isCut, basis } = props;
  const { t } = useText();
  const nameOf = useName();
  const names = (ids: readonly Id[]) =>
    ids
      .map((id) => nameOf(curve.suppliers.find(({ quoteId }) => quoteId === id) ?? { nameEn: '', nameZh: '' }))
      .join(t('comparisons:listSeparator'));
  const unit = texts.unit === '' ? '' : ` ${texts.unit}`;
  const at = (step: number) => `${texts.step(step)}${unit}`;
  const hasRanges = curve.suppliers.some(({ points }) => points.some(({ low, high }) => low !== high));
  const comparable = curve.suppliers.filter(({ points }) => points.length > 0).length;
  return (
    <div className={classes.crossovers}>
      <Text component="h2" fw={600}>
        {t('quantityCurves:crossovers')}
      </Text>
      {comparable < 2 ? (
        <Text className="hj-quiet">{t('quantityCurves:onlyOne')}</Text>
      ) : (
        <ul>
          {curve.runs.slice(0, SHOWN).map((run) => (
            <li key={run.from}>
              <span className={classes.stretch}>
                {run.from === run.to
                  ? at(run.from)
                  : t('quantityCurves:stretch', { from: texts.step(run.from), to: at(run.to) })}
              </span>
              {run.quoteIds.length === 0
                ? t('quantityCurves:nobody')
                : run.takesTurns
                  ? t('quantityCurves:takesTurns', { names: names(run.quoteIds) })
                  : run.quoteIds.length > 1
                    ? t(hasRanges ? 'quantityCurves:open' : 'quantityCurves:equal', { names: names(run.quoteIds) })
                    : t('quantityCurves:cheapest', { name: names(run.quoteIds) })}
            </li>
          ))}
          {curve.runs.length > SHOWN ? (
            <li className="hj-quiet">{t('quantityCurves:moreStretches', { count: curve.runs.length - SHOWN })}</li>
          ) : null}
        </ul>
      )}
      <Text size="xs" className="hj-quiet">
        {curve.grid > 1 ? `${t('quantityCurves:grid', { grid: curve.grid })} ` : ''}
        {isCut ? `${t('quantityCurves:cut')} ` : ''}
        {t(curve.item === null ? 'quantityCurves:gapsProject' : 'quantityCurves:gaps')}
      </Text>
      {curve.item !== null && isLanded(basis) ? (
        <Text size="xs" className="hj-quiet">
          {t('quantityCurves:travelsAlone')}
        </Text>
      ) : null}
    </div>
  );
}
