import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useActionText } from '../features/history/action-label.ts';
import { useRedo, useUndo } from '../features/history/mutations.ts';
import { useHistoryState } from '../features/history/queries.ts';
import { useText } from '../i18n/use-text.ts';
import { KeyboardHint } from '../ui/keyboard-hint.tsx';

/** Undo and redo, each naming what it would do. */
export function UndoButtons() {
  const { t } = useText();
  const text = useActionText();
  const state = useHistoryState();
  const undo = useUndo();
  const redo = useRedo();
  const undoStep = state.data?.undo ?? null;
  const redoStep = state.data?.redo ?? null;
  const undoLabel =
    undoStep === null ? t('app:undo.nothingToUndo') : t('app:undo.undoAction', { label: text(undoStep.label) });
  const redoLabel =
    redoStep === null ? t('app:undo.nothingToRedo') : t('app:undo.redoAction', { label: text(redoStep.label) });
  return (
    <Group gap={2} wrap="nowrap">
      <Tooltip label={<KeyboardHint label={undoLabel} keys={['ctrl', 'Z']} />}>
        <ActionIcon
          aria-label={undoLabel}
          aria-disabled={undoStep === null}
          opacity={undoStep === null ? 0.4 : 1}
          loading={undo.isPending}
          onClick={() => (undoStep === null ? undefined : undo.mutate({}))}
        >
          <IconArrowBackUp size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={<KeyboardHint label={redoLabel} keys={['ctrl', 'shift', 'Z']} />}>
        <ActionIcon
          aria-label={redoLabel}
          aria-disabled={redoStep === null}
          opacity={redoStep === null ? 0.4 : 1}
          loading={redo.isPending}
          onClick={() => (redoStep === null ? undefined : redo.mutate({}))}
        >
          <IconArrowForwardUp size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

/** Ctrl+Z and Ctrl+Shift+Z (Ctrl+Y) anywhere but in a text field, which has an undo of its own. */
export function useUndoKeys(): void {
  const undo = useUndo();
  const redo = useRedo();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented || isTextField(event.target))
        return;
      const key = event.key.toLowerCase();
      const again = key === 'y' || (key === 'z' && event.shiftKey);
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (undo.isPending || redo.isPending) return;
      if (again) redo.mutate({});
      else undo.mutate({});
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

function isTextField(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest('input:not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]') !== null
  );
}
