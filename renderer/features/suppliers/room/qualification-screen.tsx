import { Fragment, useMemo } from 'react';
import type { DimensionScore } from '../../../../shared/domain/suppliers/qualification.ts';
import { traceQualification } from '../../../../shared/domain/suppliers/trace.ts';
import { formatPercent, formatScore } from '../../../i18n/format.ts';
import { useText } from '../../../i18n/use-text.ts';
import { Unknown } from '../../../ui/figures.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { TracePopover } from '../../../ui/trace-popover.tsx';
import { DisqualifiersPanel } from './disqualifiers-panel.tsx';
import { FlagsPanel } from './flags-panel.tsx';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { usePartText } from './part-text.ts';
import classes from './room.module.css';

const FULL = 10_000;

/** How well the supplier qualifies, by what, and what stands against it. */
export function QualificationScreen() {
  const { qualification } = useOpenSupplier().profile.assessment;
  const { t } = useText();
  const trace = useMemo(() => traceQualification(qualification), [qualification]);
  const { state, scoreHundredths, coverageBp, lowHundredths, highHundredths, licence } = qualification;
  return (
    <div className={classes.screen}>
      <div>
        <Panel title={t('suppliers:qualification')}>
          <dl className={classes.summary}>
            <div>
              <dt>{t('suppliers:score')}</dt>
              <dd>
                {state === 'scored' ? (
                  <TracePopover trace={trace}>
                    <strong>{formatScore(scoreHundredths)}</strong>
                    <span className="hj-unit">/ 100</span>
                  </TracePopover>
                ) : (
                  <StatusBadge tone="unknown" label={t('supplier:standing.insufficientData')} />
                )}
              </dd>
            </div>
            <div>
              <dt title={t('suppliers:rangeHint')}>{t('suppliers:range')}</dt>
              <dd>
                {formatScore(lowHundredths)}–{formatScore(highHundredths)}
              </dd>
            </div>
            <div>
              <dt>{t('suppliers:coverage')}</dt>
              <dd>{formatPercent(coverageBp)}</dd>
            </div>
            <div>
              <dt>{t('supplier:part.licence')}</dt>
              <dd>
                <StatusBadge tone={licence === 'valid' ? 'good' : 'bad'} label={t(`supplier:licence.${licence}`)} />
              </dd>
            </div>
          </dl>
          {state === 'scored' ? null : <Quiet>{t('suppliers:insufficient')}</Quiet>}
        </Panel>
        <DisqualifiersPanel />
        <FlagsPanel />
      </div>
      <Panel title={t('suppliers:section.score')}>
        <table className={classes.rows} aria-label={t('suppliers:section.score')}>
          <thead>
            <tr>
              <th>{t('suppliers:dimension')}</th>
              <th className={classes.figure}>{t('suppliers:weight')}</th>
              <th className={classes.figure}>{t('suppliers:score')}</th>
              <th className={classes.figure}>{t('suppliers:contribution')}</th>
            </tr>
          </thead>
          <tbody>
            {qualification.dimensions.map((dimension) => (
              <DimensionRows key={dimension.dimension} of={dimension} />
            ))}
          </tbody>
        </table>
        <Quiet>{t('suppliers:scales')}</Quiet>
      </Panel>
    </div>
  );
}

function DimensionRows({ of }: { readonly of: DimensionScore }) {
  const { t } = useText();
  const text = usePartText();
  const { dimension, weightBp, parts, scoreHundredths, contributionHundredths } = of;
  return (
    <Fragment>
      <tr>
        <td>
          <strong>{t(`supplier:dimension.${dimension}`)}</strong>
          <span className={classes.bar} aria-hidden>
            <span style={{ width: `${((scoreHundredths ?? 0) / FULL) * 100}%` }} />
          </span>
        </td>
        <td className={classes.figure}>{formatPercent(weightBp)}</td>
        <td className={classes.figure}>{scoreHundredths === null ? <Unknown /> : formatScore(scoreHundredths)}</td>
        <td className={classes.figure}>
          {contributionHundredths === null ? null : formatScore(contributionHundredths)}
        </td>
      </tr>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: several certificates count as parts of one name; their order is their identity
        <tr key={index}>
          <td className="hj-quiet" colSpan={2}>
            {text.name(part.part)}: {text.value(part.part, part.value)}
            {part.weight === 1 ? null : <span className="hj-unit">{t('suppliers:counted')}</span>}
          </td>
          <td className={`${classes.figure} hj-quiet`}>{formatScore(part.scoreHundredths)}</td>
          <td />
        </tr>
      ))}
    </Fragment>
  );
}
