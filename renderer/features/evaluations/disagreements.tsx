import { Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ProjectEvaluation } from '../../../shared/contract/evaluations.ts';
import type { Comparison } from '../../../shared/domain/comparison/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import classes from './evaluate.module.css';

/** Where evaluators lie 20 points or more apart, and who says what. */
export function Disagreements(props: { readonly comparison: Comparison; readonly evaluated: ProjectEvaluation }) {
  const { comparison, evaluated } = props;
  const { t } = useText();
  const nameOf = useName();
  const found = evaluated.means.filter(({ disagrees }) => disagrees);
  if (found.length === 0) return null;
  const criterionName = (id: Id) => {
    const criterion = evaluated.criteria.find((one) => one.id === id);
    return criterion === undefined ? '' : nameOf(criterion);
  };
  const supplierName = (id: Id) => {
    const quote = comparison.quotes.find((one) => one.quote.supplierId === id)?.quote;
    return quote === undefined ? '' : nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh });
  };
  const evaluatorName = (id: Id) => evaluated.evaluators.find((one) => one.id === id)?.name ?? '';
  return (
    <section className={classes.section} aria-labelledby="disagreements">
      <div className={classes.head}>
        <Title order={2} id="disagreements" className={classes.heading}>
          {t('evaluations:disagreements', { count: found.length })}
        </Title>
      </div>
      <ul className={classes.disagreements}>
        {found
          .toSorted((a, b) => b.spreadHundredths - a.spreadHundredths)
          .map(({ criterionId, supplierId, spreadHundredths, meanHundredths, given }) => (
            <li key={`${criterionId} ${supplierId}`}>
              <p className={classes.disagreement}>
                <IconAlertTriangle size={14} aria-hidden />
                <strong>{supplierName(supplierId)}</strong>
                <span>{criterionName(criterionId)}</span>
                <span className="hj-quiet">
                  {t('evaluations:apart', { spread: formatScore(spreadHundredths), mean: formatScore(meanHundredths) })}
                </span>
              </p>
              <dl className={classes.opinions}>
                {given
                  .toSorted((a, b) => b.scoreHundredths - a.scoreHundredths)
                  .map((score) => (
                    <div key={score.evaluatorId}>
                      <dt>{evaluatorName(score.evaluatorId)}</dt>
                      <dd className="hj-figure">{formatScore(score.scoreHundredths)}</dd>
                      <dd className="hj-quiet">{t(`evaluations:confidenceOf.${score.confidence}`)}</dd>
                      <dd>{score.reason}</dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
      </ul>
    </section>
  );
}
