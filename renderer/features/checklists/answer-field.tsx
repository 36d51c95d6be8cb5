import { Select } from '@mantine/core';
import { isWithin } from '../../../shared/domain/checklists/score.ts';
import { type ChecklistAnswer, type ChecklistPoint, NOT_APPLICABLE } from '../../../shared/domain/checklists/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import type { AnswerChange } from './answer-change.ts';
import classes from './checklist.module.css';
import { parseReadings } from './readings.ts';

/** What was found at one point, typed or chosen; it saves itself. Large enough for a finger on a narrow screen. */
export function AnswerField(props: {
  readonly point: ChecklistPoint;
  readonly answer: ChecklistAnswer | undefined;
  /** What is answered, for the ear: the point, and whose sample it is. */
  readonly label: string;
  readonly readOnly: boolean;
  readonly onSave: (change: AnswerChange) => Promise<unknown>;
}) {
  const { point, answer, label, readOnly, onSave } = props;
  const { t } = useText();
  const name = useName();
  const now: ChecklistAnswer = answer ?? { pointId: point.id, readings: [], choice: null, notes: '' };
  if (point.kind === 'reading') {
    const outside = now.readings.filter((reading) => !isWithin(reading, point)).length;
    return (
      <div className={classes.answer} data-state={now.readings.length === 0 ? 'open' : outside > 0 ? 'fail' : 'pass'}>
        <SavedField
          label={label}
          hideLabel
          readOnly={readOnly}
          value={now.readings}
          text={(readings) => readings.join(' ')}
          parse={parseReadings}
          onSave={(readings) => onSave({ pointId: point.id, readings, choice: null })}
          placeholder={point.unit}
          align="right"
        />
        {now.readings.length < 2 ? null : <div className={classes.span}>{spanOf(now.readings)}</div>}
      </div>
    );
  }
  const options =
    point.kind === 'passFail'
      ? [
          { value: 'pass', label: t('checklist:pass') },
          { value: 'fail', label: t('checklist:fail') },
        ]
      : point.choices.map((choice, index) => ({ value: String(index), label: name(choice) }));
  const failed =
    point.kind === 'passFail' ? now.choice === 'fail' : point.choices[Number(now.choice)]?.pointsHundredths === 0;
  return (
    <div
      className={classes.answer}
      data-state={now.choice === null || now.choice === NOT_APPLICABLE ? 'open' : failed ? 'fail' : 'pass'}
    >
      <Select
        aria-label={label}
        placeholder={t('checklist:open')}
        data={[...options, { value: NOT_APPLICABLE, label: t('checklist:notApplicable') }]}
        value={now.choice}
        allowDeselect
        readOnly={readOnly}
        onChange={(choice) => void onSave({ pointId: point.id, readings: [], choice }).catch(() => undefined)}
      />
    </div>
  );
}

/** "5: 214.6–215.0", all of what a narrow field cannot show. */
function spanOf(readings: readonly string[]): string {
  const sorted = readings.toSorted((one, other) => Number(one) - Number(other));
  const [least, most] = [sorted[0], sorted.at(-1)];
  return `${readings.length}: ${least === most ? least : `${least}–${most}`}`;
}
