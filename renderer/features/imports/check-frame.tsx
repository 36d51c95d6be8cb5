import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { describeError } from '../../app/errors.ts';
import type { StreamedWork } from '../../app/streamed-work.ts';
import { useText } from '../../i18n/use-text.ts';
import { LoadingRows } from '../../ui/states.tsx';
import classes from './imports.module.css';

type Work = Pick<StreamedWork<never, unknown>, 'progress' | 'isRunning' | 'error' | 'cancel'>;

/** The last step: what the import will do stands in `children`; nothing is stored until it is confirmed. */
export function CheckFrame(props: {
  readonly check: Work;
  readonly commit: Work;
  /** The rows are checked. */
  readonly isReady: boolean;
  readonly canConfirm: boolean;
  readonly confirmLabel: string;
  /** What is being written, in words. */
  readonly writing: string;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
  readonly children: ReactNode;
}) {
  const { check, commit, isReady, canConfirm, confirmLabel, writing, onBack, onConfirm, children } = props;
  const { t } = useText();
  const error = check.error ?? commit.error;
  return (
    <Stack className={classes.step} gap="sm">
      {error === null ? null : (
        <Alert color="red" role="alert">
          {describeError(error, t)}
        </Alert>
      )}
      {isReady || error !== null ? null : <LoadingRows rows={10} />}
      {children}
      {commit.progress === null ? null : <CommitProgress progress={commit.progress} writing={writing} />}
      <Group justify="space-between" className={classes.footer}>
        <Button variant="default" disabled={commit.isRunning} onClick={onBack}>
          {t('back')}
        </Button>
        {commit.isRunning ? (
          <Button variant="default" onClick={commit.cancel}>
            {t('cancel')}
          </Button>
        ) : (
          <Button disabled={!canConfirm} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

/** Runs the check once per request: the step is mounted anew whenever the mapping changed. */
export function useChecked<Input, Result>(check: StreamedWork<Input, Result>, request: Input): Result | null {
  const [result, setResult] = useState<Result | null>(null);
  const { run } = check;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` is another function at each render and starts the same work
  useEffect(() => {
    let gone = false;
    void run(request).then((checked) => {
      if (!gone && checked !== null) setResult(checked);
    });
    return () => {
      gone = true;
    };
  }, []);
  return result;
}

function CommitProgress(props: {
  readonly progress: { readonly step: string; readonly done: number; readonly total: number | null };
  readonly writing: string;
}) {
  const { progress, writing } = props;
  const { t } = useText();
  const share = progress.total === null || progress.total === 0 ? 100 : (progress.done / progress.total) * 100;
  const text =
    progress.step === 'writing'
      ? writing
      : t(progress.step === 'checking' ? 'imports:step.checking' : 'imports:step.reading');
  return (
    <Stack gap={4}>
      <Text size="sm">{text}</Text>
      <Progress value={share} animated={progress.total === null} aria-label={text} />
    </Stack>
  );
}
