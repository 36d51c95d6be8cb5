import { Text } from '@mantine/core';
import { assertNever } from '../../../../shared/kernel/assert-never.ts';
import { formatPercent } from '../../../i18n/format.ts';
import { type Translate, useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import classes from './market.module.css';
import { type InnocentReason, innocentReasons, type MarketPopulation } from './market-model.ts';
import type { PriceScale } from './price-scale.ts';
import { SEVERITY_TONES } from './severity.ts';

/** Who lies far below the others, with what may explain it; or how many quotes are missing before anybody can tell. */
export function UnusuallyLow(props: { population: MarketPopulation; scale: PriceScale; asOf: string }) {
  const { population, scale, asOf } = props;
  const { t } = useText();
  const nameOf = useName();
  const { entries, verdicts } = population;
  const missing = Math.max(0, ...verdicts.map((one) => (one.state === 'refused' ? one.missingQuotes : 0)));
  const low = entries.flatMap((entry, index) => {
    const verdict = verdicts[index];
    if (verdict?.state !== 'computed' || verdict.severity === 'none') return [];
    return [{ entry, verdict, severity: verdict.severity }];
  });
  return (
    <div className={classes.low}>
      <Text component="h3" fw={500} mb={4}>
        {t('comparisons:market.below')}
      </Text>
      {missing > 0 && low.length === 0 ? (
        <Text className="hj-quiet">{t('comparisons:market.belowRefusedHere', { count: missing })}</Text>
      ) : low.length === 0 ? (
        <Text className="hj-quiet">{t('comparisons:market.belowNoneHere')}</Text>
      ) : (
        <ul className={classes.cases}>
          {low.map(({ entry, verdict, severity }) => {
            const { quote } = entry.compared;
            return (
              <li key={entry.id}>
                <div className={classes.case}>
                  <Text fw={500} truncate>
                    {nameOf({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh })}
                  </Text>
                  <StatusBadge tone={SEVERITY_TONES[severity]} label={t(`comparisons:market.severity.${severity}`)} />
                </div>
                <Text size="xs">
                  {t('comparisons:market.belowSentence', {
                    percent: formatPercent(verdict.belowBp),
                    others: `${scale.text(verdict.others.price)} ${scale.unit}`,
                    count: verdict.othersCount,
                  })}{' '}
                  {verdict.belowOneDeviation ? `${t('comparisons:market.oneDeviation')} ` : ''}
                  {t('comparisons:market.belowAsk')}
                </Text>
                <Text size="xs" className="hj-quiet" mt={4}>
                  {t('comparisons:market.innocent.title')}
                </Text>
                <ul className={classes.innocent}>
                  {innocentReasons(entry, population, asOf).map((reason) => (
                    <li key={reason.code}>{reasonText(reason, t)}</li>
                  ))}
                </ul>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function reasonText(reason: InnocentReason, t: Translate): string {
  switch (reason.code) {
    case 'smallerQuantity':
      return t(`comparisons:market.innocent.smallerQuantity.${reason.known}`);
    case 'otherGrade':
      return t('comparisons:market.innocent.otherGrade');
    case 'taxExcluded':
      return t(`comparisons:market.innocent.taxExcluded.${reason.known}`);
    case 'stalePrice':
      return reason.days === null
        ? t('comparisons:market.innocent.staleUndated')
        : t(reason.isStale ? 'comparisons:market.innocent.stale' : 'comparisons:market.innocent.notStale', {
            count: reason.days,
          });
    default:
      return assertNever(reason);
  }
}
