import { useState } from 'react';
import type { Band } from '../../../../shared/domain/suppliers/bands.ts';
import { METRICS, type Metric } from '../../../../shared/domain/suppliers/readings.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Unknown } from '../../../ui/figures.tsx';
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { METRIC_TEXTS } from './metric-text.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { ReadingDrawer } from './reading-drawer.tsx';
import classes from './room.module.css';

const BAND_TONES: Readonly<Record<Band, Tone>> = {
  excellent: 'good',
  good: 'good',
  average: 'neutral',
  below: 'warning',
};

/** The newest known value of each figure, with its day and its band. */
export function FiguresPanel() {
  const { latest, bands } = useOpenSupplier().profile.assessment;
  const { t } = useText();
  const readOnly = useReadOnly();
  const [adding, setAdding] = useState(false);
  const banded: Readonly<Partial<Record<Metric, Band | null>>> = bands;
  return (
    <Panel
      title={t('suppliers:section.figures')}
      action={readOnly ? null : <AddButton label={t('suppliers:addReading')} onClick={() => setAdding(true)} />}
    >
      <table className={classes.rows} aria-label={t('suppliers:section.figures')}>
        <tbody>
          {METRICS.map((metric) => {
            const known = latest[metric];
            const band = banded[metric] ?? null;
            const text = METRIC_TEXTS[metric];
            return (
              <tr key={metric}>
                <th scope="row">{t(`supplier:metric.${metric}`)}</th>
                <td className={classes.figure}>
                  {known === null ? (
                    <Unknown />
                  ) : (
                    <>
                      {text.show(known.value)}
                      {text.unit(t) === '' ? null : <span className="hj-unit">{text.unit(t)}</span>}
                    </>
                  )}
                </td>
                <td>
                  {band === null ? null : <StatusBadge tone={BAND_TONES[band]} label={t(`supplier:band.${band}`)} />}
                </td>
                <td className={`${classes.figure} hj-quiet`}>{known?.takenOn}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {adding ? <ReadingDrawer reading={null} onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}
