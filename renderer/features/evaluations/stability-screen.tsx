import { Text } from '@mantine/core';
import { useText } from '../../i18n/use-text.ts';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import classes from './evaluate.module.css';
import { StabilityTable } from './stability-table.tsx';
import { useEvaluated } from './use-evaluated.ts';

/** How far each weight may move before somebody else is first. */
export function StabilityScreen() {
  const { t } = useText();
  const { query, comparison, evaluated, failed } = useEvaluated();
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (comparison === undefined || evaluated === undefined) return <LoadingRows rows={8} />;
  const { stability } = evaluated;
  return (
    <section className={classes.section} aria-labelledby="stability">
      <div className={classes.head}>
        <h2 id="stability" className={classes.heading}>
          {t('evaluations:stability.title')}
        </h2>
      </div>
      {stability.state === 'notComputable' ? (
        <Text className="hj-quiet">{t(`evaluations:stability.gap.${stability.reason}`)}</Text>
      ) : (
        <StabilityTable query={query} comparison={comparison} evaluated={evaluated} stability={stability} />
      )}
    </section>
  );
}
