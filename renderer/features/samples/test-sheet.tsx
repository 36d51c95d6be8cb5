import { Text } from '@mantine/core';
import { Fragment } from 'react';
import type { SampleRoundDetails } from '../../../shared/contract/samples.ts';
import { traceChecklist } from '../../../shared/domain/checklists/score.ts';
import { CHECKLIST_SECTIONS } from '../../../shared/domain/checklists/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import type { AnswerChange } from '../checklists/answer-change.ts';
import { AnswerField } from '../checklists/answer-field.tsx';
import classes from '../checklists/checklist.module.css';
import { limitsText } from '../checklists/point-words.ts';
import { byCode, isHidden, useWhose } from './whose.ts';

/** All samples of a round on one sheet: points as rows, samples as columns, the score at the foot. */
export function TestSheet(props: {
  readonly details: SampleRoundDetails;
  readonly readOnly: boolean;
  readonly onAnswer: (sampleId: Id, answer: AnswerChange) => Promise<unknown>;
}) {
  const { details, readOnly, onAnswer } = props;
  const { round, points } = details;
  const { t } = useText();
  const name = useName();
  const whose = useWhose(round);
  const samples = byCode(details.samples);
  if (points.length === 0) return <Text c="dimmed">{t('checklist:empty')}</Text>;
  return (
    <>
      {isHidden(round) ? <Text c="dimmed">{t('samples:hiddenSheet')}</Text> : null}
      <ScrollRegion label={t('samples:tab.sheet')}>
        <table className={classes.sheet}>
          <thead>
            <tr>
              <th scope="col">{t('checklist:point')}</th>
              <th scope="col">{t('checklist:limits')}</th>
              {samples.map((sample) => (
                <th key={sample.id} scope="col">
                  <span className={classes.whose} title={whose(sample)}>
                    {whose(sample)}
                  </span>
                  {round.goldenSampleId === sample.id ? (
                    <>
                      {' '}
                      <StatusBadge tone="good" label={t('samples:golden')} />
                    </>
                  ) : null}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CHECKLIST_SECTIONS.map((section) => {
              const own = points.filter((point) => point.section === section);
              return own.length === 0 ? null : (
                <Fragment key={section}>
                  <tr className={classes.section}>
                    <th scope="rowgroup" colSpan={samples.length + 2}>
                      {t(`checklist:section.${section}`)}
                    </th>
                  </tr>
                  {own.map((point) => (
                    <tr key={point.id}>
                      <th scope="row" className={classes.point}>
                        <BilingualName {...point} stacked />
                        {point.isCritical ? (
                          <span className={classes.critical} title={t('checklist:criticalHint')}>
                            {t('checklist:critical')}
                          </span>
                        ) : null}
                      </th>
                      <td className={classes.limits}>{point.kind === 'reading' ? limitsText(point, t) : null}</td>
                      {samples.map((sample) => (
                        <td key={sample.id}>
                          <AnswerField
                            point={point}
                            answer={sample.answers.find(({ pointId }) => pointId === point.id)}
                            label={`${whose(sample)}: ${name(point)}`}
                            readOnly={readOnly || round.goldenSampleId === sample.id}
                            onSave={(answer) => onAnswer(sample.id, answer)}
                          />
                        </td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              );
            })}
            <tr className={classes.total}>
              <th scope="row" colSpan={2}>
                {t('samples:score')}
              </th>
              {samples.map(({ id, score }) => (
                <td key={id}>
                  {score.scoreHundredths === null ? (
                    <span className="hj-quiet">{t('unknown')}</span>
                  ) : (
                    <TracePopover trace={traceChecklist(points, score, name)}>
                      <span className="hj-figures">{formatScore(score.scoreHundredths)}</span>
                    </TracePopover>
                  )}{' '}
                  <span className="hj-unit">
                    {t('samples:answered', { answered: score.answered, total: score.total })}
                  </span>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
