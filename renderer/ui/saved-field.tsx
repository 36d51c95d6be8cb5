import { Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import { problemText } from './grid/cells.tsx';
import type { Parsed } from './grid/parse.ts';

export interface SavedFieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  /** The value as plain text, the way it is edited. */
  readonly text: (value: Value) => string;
  /** The value as it stands while nobody edits it; without it as `text`. */
  readonly show?: (value: Value) => string;
  readonly parse: (text: string) => Parsed<Value>;
  /** Rejects when nothing was saved; the error is told elsewhere. */
  readonly onSave: (value: Value) => Promise<unknown>;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly description?: ReactNode;
  /** Quietly at the end of the field: a currency, "days". */
  readonly unit?: string;
  readonly lines?: number;
  readonly hideLabel?: boolean;
  readonly align?: 'right';
}

/**
 * A field that saves itself when it is left or Enter is pressed; Escape takes the typing back. Text that cannot be read
 * stays, marked and explained, and is not saved.
 */
export function SavedField<Value>(props: SavedFieldProps<Value>) {
  const { value, text, show = text, parse, onSave, readOnly = false, lines } = props;
  const { t } = useText();
  /** What is typed, until it is saved; null while nothing is. */
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [unsaved, setUnsaved] = useState(false);
  const parsed = typed === null ? null : parse(typed);
  const error =
    parsed !== null && !parsed.ok && !focused
      ? problemText(parsed.problem, t)
      : unsaved && typed !== null
        ? t('grid.notSaved')
        : null;
  const save = () => {
    if (typed === null || parsed === null || !parsed.ok) return;
    if (text(parsed.value) === text(value)) return setTyped(null);
    setUnsaved(false);
    onSave(parsed.value).then(
      () => setTyped((now) => (now === typed ? null : now)),
      () => setUnsaved(true),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter' && (lines === undefined || event.ctrlKey)) {
      event.preventDefault();
      save();
    } else if (event.key === 'Escape' && typed !== null) {
      event.stopPropagation();
      setTyped(null);
      setUnsaved(false);
    }
  };
  const field = {
    label: props.hideLabel === true ? undefined : props.label,
    'aria-label': props.hideLabel === true ? props.label : undefined,
    description: props.description,
    placeholder: props.placeholder,
    readOnly,
    error,
    value: typed ?? (focused ? text(value) : show(value)),
    onFocus: () => setFocused(true),
    onBlur: () => {
      setFocused(false);
      save();
    },
    onKeyDown,
  };
  if (lines !== undefined) {
    return (
      <Textarea
        {...field}
        autosize
        minRows={lines}
        maxRows={12}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...field}
      onChange={(event) => setTyped(event.currentTarget.value)}
      {...(props.align === 'right' ? { styles: { input: { textAlign: 'right' } } } : {})}
      {...(props.unit === undefined
        ? {}
        : { rightSection: <span className="hj-unit">{props.unit}</span>, rightSectionWidth: 46 })}
    />
  );
}
