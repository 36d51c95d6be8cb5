import { Text } from '@mantine/core';
import { Fragment } from 'react';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { traceChecklist } from '../../../shared/domain/checklists/score.ts';
import { CHECKLIST_SECTIONS } from '../../../shared/domain/checklists/types.ts';
import { formatScore } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { BilingualName, useName } from '../../ui/bilingual-name.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { TracePopover } from '../../ui/trace-popover.tsx';
import type { AnswerChange } from '../checklists/answer-change.ts';
import { AnswerField } from '../checklists/answer-field.tsx';
import classes from '../checklists/checklist.module.css';
import { limitsText } from '../checklists/point-words.ts';
import { parseText } from '../samples/sample-drawer.tsx';

/** The checklist of an inspection: what was found at each point, beside what the golden sample measured. */
export function InspectionChecklist(props: {
  readonly details: InspectionDetails;
  readonly readOnly: boolean;
  readonly onAnswer: (answer: AnswerChange) => Promise<unknown>;
}) {
  const { details, readOnly, onAnswer } = props;
  const { points, answers, golden, score } = details;
  const { t } = useText();
  const name = useName();
  if (points.length === 0) return <Text c="dimmed">{t('checklist:empty')}</Text>;
  // A visit measures nothing: no column for what it would be measured against.
  const hasLimits = points.some(({ kind }) => kind === 'reading');
  return (
    <table className={classes.sheet}>
      <thead>
        <tr>
          <th scope="col">{t('checklist:point')}</th>
          {hasLimits ? <th scope="col">{t('checklist:limits')}</th> : null}
          <th scope="col">{t('checklist:result')}</th>
          <th scope="col">{t('checklist:note')}</th>
        </tr>
      </thead>
      <tbody>
        {CHECKLIST_SECTIONS.map((section) => {
          const own = points.filter((point) => point.section === section);
          return own.length === 0 ? null : (
            <Fragment key={section}>
              <tr className={classes.section}>
                <th scope="rowgroup" colSpan={hasLimits ? 4 : 3}>
                  {t(`checklist:section.${section}`)}
                </th>
              </tr>
              {own.map((point) => {
                const answer = answers.find(({ pointId }) => pointId === point.id);
                const reference = golden?.readings.find(({ originId }) => originId === point.originId)?.readings ?? [];
                return (
                  <tr key={point.id}>
                    <th scope="row" className={classes.point}>
                      <BilingualName {...point} stacked />
                      {point.isCritical ? (
                        <span className={classes.critical} title={t('checklist:criticalHint')}>
                          {t('checklist:critical')}
                        </span>
                      ) : null}
                    </th>
                    {hasLimits ? (
                      <td className={classes.limits}>
                        {point.kind === 'reading' ? limitsText(point, t) : null}
                        {reference.length === 0 ? null : (
                          <div>{t('checklist:golden', { value: reference.join(' ') })}</div>
                        )}
                      </td>
                    ) : null}
                    <td>
                      <AnswerField
                        point={point}
                        answer={answer}
                        label={name(point)}
                        readOnly={readOnly}
                        onSave={onAnswer}
                      />
                    </td>
                    <td className={classes.note}>
                      <SavedField
                        label={t('checklist:noteOf', { name: name(point) })}
                        hideLabel
                        readOnly={readOnly}
                        value={answer?.notes ?? ''}
                        text={(text) => text}
                        parse={(text) => parseText(text, 2_000)}
                        onSave={(notes) => onAnswer({ pointId: point.id, notes })}
                      />
                    </td>
                  </tr>
                );
              })}
            </Fragment>
          );
        })}
        <tr className={classes.total}>
          <th scope="row" colSpan={hasLimits ? 2 : 1}>
            {t('samples:score')}
          </th>
          <td colSpan={2}>
            {score.scoreHundredths === null ? (
              <span className="hj-quiet">{t('unknown')}</span>
            ) : (
              <TracePopover trace={traceChecklist(points, score, name)}>
                <span className="hj-figures">{formatScore(score.scoreHundredths)}</span>
              </TracePopover>
            )}{' '}
            <span className="hj-unit">{t('samples:answered', { answered: score.answered, total: score.total })}</span>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
