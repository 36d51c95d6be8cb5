import type { Band } from '../../../shared/domain/suppliers/bands.ts';
import { METRICS, type Metric } from '../../../shared/domain/suppliers/readings.ts';
import { METRIC_TEXTS } from '../../features/suppliers/room/metric-text.ts';
import report from '../report-document.module.css';
import { type DossierPartProps, Part, Rows } from './facts.tsx';

/** So many of the newest readings stand side by side. */
const NEWEST_READINGS = 5;

/** Capacity and platform figures: the newest of each with its band, and what was read before. */
export function FiguresSection({ dossier, words }: DossierPartProps) {
  const { readings, assessment } = dossier.profile;
  const { say } = words;
  const banded: Readonly<Partial<Record<Metric, Band | null>>> = assessment.bands;
  const shown = readings.slice(0, NEWEST_READINGS);
  return (
    <Part title={say((t) => t('suppliers:section.figures'))} together>
      <Rows
        head={[
          { text: say((t) => t('supplier:dossier.figure')) },
          { text: say((t) => t('supplier:dossier.band')) },
          ...shown.map(({ takenOn }) => ({ text: takenOn, figure: true })),
        ]}
      >
        {METRICS.map((metric) => {
          const text = METRIC_TEXTS[metric];
          const band = banded[metric] ?? null;
          const unit = say((t) => text.unit(t));
          return (
            <tr key={metric}>
              <td>
                {say((t) => t(`supplier:metric.${metric}`))}
                {unit === '' ? '' : `, ${unit}`}
              </td>
              <td>{band === null ? '' : say((t) => t(`supplier:band.${band}`))}</td>
              {shown.map((reading) => {
                const value = reading[metric];
                return (
                  <td key={reading.id} className={report.figure}>
                    {value === null ? '—' : text.show(value)}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </Rows>
    </Part>
  );
}
