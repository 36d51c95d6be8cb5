import { Anchor } from '@mantine/core';
import { IconChartLine, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { SupplierReading } from '../../../../shared/contract/supplier-profiles.ts';
import { METRICS, type Metric, PLATFORM_SCORES } from '../../../../shared/domain/suppliers/readings.ts';
import { MetricChart } from '../../../charts/charts.tsx';
import { useText } from '../../../i18n/use-text.ts';
import { ScrollRegion } from '../../../ui/scroll-region.tsx';
import { EmptyState } from '../../../ui/states.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { METRIC_TEXTS } from './metric-text.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { ReadingDrawer } from './reading-drawer.tsx';
import classes from './room.module.css';

const CHART = { width: 250, height: 120 };
const isScore = (metric: Metric) => PLATFORM_SCORES.some((score) => score === metric);

/** What was read over time: a small chart a figure, all over the same days, and the readings themselves. */
export function ScoresScreen() {
  const { readings } = useOpenSupplier().profile;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [open, setOpen] = useState<SupplierReading | 'new' | null>(null);
  const shown = METRICS.filter((metric) => readings.some((reading) => reading[metric] !== null));
  const oldest = readings.at(-1)?.takenOn ?? '';
  const newest = readings[0]?.takenOn ?? '';
  const drawer =
    open === null ? null : (
      <ReadingDrawer
        key={open === 'new' ? 'new' : open.id}
        reading={open === 'new' ? null : open}
        onClose={() => setOpen(null)}
      />
    );
  if (readings.length === 0) {
    return (
      <>
        <EmptyState
          icon={<IconChartLine size={32} stroke={1.4} aria-hidden />}
          title={t('suppliers:noReadings')}
          hint={t('suppliers:noReadingsHint')}
          {...(readOnly
            ? {}
            : {
                action: {
                  label: t('suppliers:addReading'),
                  icon: <IconPlus size={14} aria-hidden />,
                  onClick: () => setOpen('new'),
                },
              })}
        />
        {drawer}
      </>
    );
  }
  return (
    <div className={classes.screen} data-single>
      <Panel
        title={t('suppliers:tab.scores')}
        state={<span className="hj-unit">{t('suppliers:readingCount', { count: readings.length })}</span>}
        action={readOnly ? null : <AddButton label={t('suppliers:addReading')} onClick={() => setOpen('new')} />}
      >
        <div className={classes.charts}>
          {shown.map((metric) => {
            const text = METRIC_TEXTS[metric];
            const points = readings.flatMap(({ takenOn, [metric]: value }) =>
              value === null ? [] : [{ date: takenOn, value, shown: text.show(value) }],
            );
            const newestPoint = points[0];
            return (
              <div key={metric} className={classes.chart}>
                <h3>{t(`supplier:metric.${metric}`)}</h3>
                <p>
                  {newestPoint === undefined ? null : `${newestPoint.shown} ${text.unit(t)}`.trim()}
                  {newestPoint === undefined ? null : `, ${t('suppliers:asOf', { date: newestPoint.date })}`}
                </p>
                <MetricChart
                  {...CHART}
                  label={t('suppliers:overTime', { metric: t(`supplier:metric.${metric}`) })}
                  points={[...points].reverse()}
                  from={oldest}
                  to={newest}
                  {...(isScore(metric) ? { domain: [0, 10_000] as const } : {})}
                  show={text.show}
                />
              </div>
            );
          })}
        </div>
      </Panel>
      <Panel title={t('suppliers:section.readings')}>
        <ScrollRegion label={t('suppliers:section.readings')} className={classes.scroll}>
          <table className={classes.rows} aria-label={t('suppliers:section.readings')}>
            <thead>
              <tr>
                <th>{t('suppliers:takenOn')}</th>
                {shown.map((metric) => (
                  <th key={metric} className={classes.figure}>
                    {t(`supplier:metric.${metric}`)}
                    <span className="hj-unit">{METRIC_TEXTS[metric].unit(t)}</span>
                  </th>
                ))}
                <th>{t('suppliers:source')}</th>
              </tr>
            </thead>
            <tbody>
              {readings.map((reading) => (
                <tr key={reading.id}>
                  <td className="hj-figures">
                    <Anchor component="button" type="button" onClick={() => setOpen(reading)}>
                      {reading.takenOn}
                    </Anchor>
                  </td>
                  {shown.map((metric) => {
                    const value = reading[metric];
                    return (
                      <td key={metric} className={classes.figure}>
                        {value === null ? <span className="hj-quiet">–</span> : METRIC_TEXTS[metric].show(value)}
                      </td>
                    );
                  })}
                  <td>{reading.source}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </Panel>
      {drawer}
    </div>
  );
}
