import { Tooltip } from '@mantine/core';
import { createContext, use, useLayoutEffect, useRef } from 'react';
import type { CellProps } from 'react-datasheet-grid';
import { type Translate, useText } from '../../i18n/use-text.ts';
import type { Draft } from './drafts.ts';
import classes from './editable-grid.module.css';
import type { CellProblem, Choice } from './parse.ts';

/** What a cell needs of its column; the same object as long as the column stays. */
export interface CellColumn {
  readonly id: string;
  readonly align: 'left' | 'right';
  readonly show: (text: string) => string;
  readonly choices: readonly Choice<string>[] | null;
}

interface GridState {
  readonly problemOf: (key: string, column: string) => CellProblem | null;
  readonly commitCell: (key: string, column: string, edit: CellEdit) => void;
}

/** One edit of a cell, from the moment its editor was opened. */
export interface CellEdit {
  readonly opened: string;
  readonly typed: string;
  /** What the cell says by now: another window may have changed it meanwhile. */
  readonly now: string;
}

export const GridContext = createContext<GridState>({ problemOf: () => null, commitCell: () => undefined });

/** One cell: formatted while at rest, plain text while edited, marked and explained when it cannot be taken. */
export function GridCell(props: CellProps<Draft, CellColumn>) {
  const { rowData, columnData, focus, stopEditing } = props;
  const { problemOf, commitCell } = use(GridContext);
  const { t } = useText();
  const text = rowData.cells[columnData.id] ?? '';
  const problem = problemOf(rowData.key, columnData.id);
  const commit = (key: string, typed: string, opened: string) => {
    // Who only looked has changed nothing, whatever became of the cell meanwhile.
    if (typed !== opened && typed !== text) commitCell(key, columnData.id, { opened, typed, now: text });
  };
  if (focus) {
    return columnData.choices === null ? (
      <TextEditor text={text} rowKey={rowData.key} align={columnData.align} commit={commit} />
    ) : (
      <ChoiceEditor
        text={text}
        rowKey={rowData.key}
        choices={columnData.choices}
        commit={commit}
        stop={() => stopEditing({ nextRow: false })}
      />
    );
  }
  const shown = (
    <div className={classes.text} data-align={columnData.align} data-problem={problem !== null || undefined}>
      {columnData.show(text)}
    </div>
  );
  return problem === null ? shown : <Tooltip label={problemText(problem, t)}>{shown}</Tooltip>;
}

export function problemText(problem: CellProblem, t: Translate): string {
  if (problem.code === 'own') return problem.sentence;
  return problem.code === 'notSaved'
    ? t('grid.notSaved')
    : problem.code === 'moneyPlaces'
      ? t('grid.problem.moneyPlaces', { currency: problem.currency, count: problem.count })
      : t(`grid.problem.${problem.code}`, { ...problem });
}

function TextEditor(props: {
  readonly text: string;
  readonly rowKey: string;
  readonly align: 'left' | 'right';
  readonly commit: (key: string, typed: string, opened: string) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const cancelled = useRef(false);
  // The row is the one that was there when editing began, even if rows move meanwhile.
  const key = useRef(props.rowKey);
  const opened = useRef(props.text);
  useLayoutEffect(() => {
    const element = input.current;
    element?.focus();
    element?.select();
  }, []);
  useCommitAtEnd(() => {
    const typed = input.current?.value;
    if (!cancelled.current && typed !== undefined) latest.current.commit(key.current, typed, opened.current);
  });
  return (
    <input
      ref={input}
      className={classes.input}
      data-align={props.align}
      defaultValue={props.text}
      onKeyDown={(event) => {
        if (event.key === 'Escape') cancelled.current = true;
      }}
    />
  );
}

function ChoiceEditor(props: {
  readonly text: string;
  readonly rowKey: string;
  readonly choices: readonly Choice<string>[];
  readonly commit: (key: string, typed: string, opened: string) => void;
  readonly stop: () => void;
}) {
  const { text, rowKey, choices, commit, stop } = props;
  const select = useRef<HTMLSelectElement>(null);
  const opened = useRef(text);
  useLayoutEffect(() => {
    select.current?.focus();
    try {
      select.current?.showPicker();
    } catch {
      // Without a user gesture the browser may refuse to open it; the keys work all the same.
    }
  }, []);
  return (
    <select
      ref={select}
      className={classes.input}
      defaultValue={text}
      onChange={(event) => {
        commit(rowKey, event.currentTarget.value, opened.current);
        stop();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' || event.key === 'Escape' || event.key === 'Tab') stop();
      }}
    >
      <option value="" />
      {choices.map((choice) => (
        <option key={choice.value} value={choice.label}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

/** Runs `commit` when the editor closes, however it closes, while its input is still there. */
function useCommitAtEnd(commit: () => void): void {
  const latest = useRef(commit);
  latest.current = commit;
  useLayoutEffect(() => () => latest.current(), []);
}
