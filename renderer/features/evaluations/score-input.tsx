import { useId, useState } from 'react';
import { fromScaledInteger } from '../../../shared/kernel/decimal.ts';
import { useText } from '../../i18n/use-text.ts';
import { problemText } from '../../ui/grid/cells.tsx';
import { parseScoreCell } from '../../ui/grid/parse.ts';
import classes from './evaluate.module.css';

export interface ScoreInputProps {
  readonly label: string;
  /** "row:column" among the fields. */
  readonly place: string;
  /** Hundredths of a point; null while nobody has scored. */
  readonly value: number | null;
  readonly minimum: number | null;
  readonly readOnly: boolean;
  readonly onSave: (scoreHundredths: number | null) => Promise<unknown>;
}

/** One score; saved when the field is left, taken back with Escape. A bare input, for there may be hundreds. */
export function ScoreInput({ label, place, value, minimum, readOnly, onSave }: ScoreInputProps) {
  const { t } = useText();
  const problemId = useId();
  /** What is typed, until it is saved; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [isUnsaved, setUnsaved] = useState(false);
  const parsed = typed === null ? null : parseScoreCell(typed.trim());
  const problem =
    parsed !== null && !parsed.ok
      ? problemText(parsed.problem, t)
      : isUnsaved && typed !== null
        ? t('grid.notSaved')
        : null;
  const save = () => {
    if (typed === null || parsed === null || !parsed.ok) return;
    if (parsed.value === value) return setTyped(null);
    setUnsaved(false);
    onSave(parsed.value).then(
      () => setTyped((now) => (now === typed ? null : now)),
      () => setUnsaved(true),
    );
  };
  return (
    <span>
      <input
        className={classes.input}
        data-score={place}
        data-missing={value === null || undefined}
        data-below={(value !== null && minimum !== null && value < minimum) || undefined}
        aria-label={label}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        inputMode="decimal"
        placeholder={t('evaluations:missing')}
        readOnly={readOnly}
        value={typed ?? (value === null ? '' : fromScaledInteger(value, 2).toFixed())}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || typed === null) return;
          event.stopPropagation();
          setTyped(null);
          setUnsaved(false);
        }}
      />
      {problem === null ? null : (
        <span id={problemId} className={classes.unreadable}>
          {problem}
        </span>
      )}
    </span>
  );
}
