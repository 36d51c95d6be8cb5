import { Alert, Button, Group, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportCheck } from '../../../shared/contract/imports.ts';
import { describeError } from '../../app/errors.ts';
import { useText } from '../../i18n/use-text.ts';
import { LoadingRows } from '../../ui/states.tsx';
import { toastDone } from '../../ui/toasts.tsx';
import { CheckedQuotes } from './checked-quotes.tsx';
import classes from './imports.module.css';
import { type ImportRequest, useCheck, useCommit } from './mutations.ts';
import { ProblemsTable } from './problems-table.tsx';

/** What the import will do, row by row where something cannot be taken; nothing is stored until it is confirmed. */
export function CheckStep(props: {
  readonly request: ImportRequest;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  const { request, onBack, onDone } = props;
  const { t } = useText();
  const check = useCheck();
  const commit = useCommit();
  const [result, setResult] = useState<ImportCheck | null>(null);
  const [view, setView] = useState<'quotes' | 'problems'>('quotes');
  const runCheck = check.run;

  // Once per request: the step is mounted anew whenever the mapping changed.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `run` is another function at each render and starts the same work
  useEffect(() => {
    let gone = false;
    void runCheck(request).then((checked) => {
      if (!gone && checked !== null) setResult(checked);
    });
    return () => {
      gone = true;
    };
  }, []);

  const confirm = async () => {
    const done = await commit.run(request);
    if (done === null) return;
    toastDone(
      t('imports:done', {
        items: t('imports:items', { count: done.itemCount }),
        quotes: t('imports:quoteCount', { count: done.quoteCount }),
        prices: t('imports:prices', { count: done.lineCount }),
      }),
    );
    onDone();
  };

  const error = check.error ?? commit.error;
  const problemCount = result === null ? 0 : result.problemCount.refused + result.problemCount.warning;
  return (
    <Stack className={classes.step} gap="sm">
      {error === null ? null : (
        <Alert color="red" role="alert">
          {describeError(error, t)}
        </Alert>
      )}
      {result === null && error === null ? <LoadingRows rows={10} /> : null}
      {result === null ? null : (
        <>
          <Group justify="space-between">
            <Text aria-live="polite">
              {t('imports:summary', {
                read: result.rowsRead,
                taken: result.rowsTaken,
                items: t('imports:items', { count: result.itemCount }),
                matched: result.matchedItemCount,
                quotes: t('imports:quoteCount', { count: result.quotes.filter((quote) => !quote.isEstimate).length }),
              })}
            </Text>
            <SegmentedControl
              size="xs"
              aria-label={t('imports:show')}
              value={view}
              onChange={(value) => setView(value === 'problems' ? 'problems' : 'quotes')}
              data={[
                { value: 'quotes', label: t('imports:quotesTab', { count: result.quotes.length }) },
                { value: 'problems', label: t('imports:problemsTab', { count: problemCount }) },
              ]}
            />
          </Group>
          {result.problemCount.refused === 0 ? null : (
            <Alert color="yellow" role="status">
              {t('imports:refusedHint', { count: result.problemCount.refused })}
            </Alert>
          )}
          {view === 'quotes' ? (
            <CheckedQuotes quotes={result.quotes} itemCount={result.itemCount} />
          ) : (
            <ProblemsTable problems={result.problems} total={problemCount} />
          )}
        </>
      )}
      {commit.progress === null ? null : <CommitProgress progress={commit.progress} />}
      <Group justify="space-between" className={classes.footer}>
        <Button variant="default" disabled={commit.isRunning} onClick={onBack}>
          {t('back')}
        </Button>
        {commit.isRunning ? (
          <Button variant="default" onClick={commit.cancel}>
            {t('cancel')}
          </Button>
        ) : (
          <Button disabled={result === null || result.itemCount === 0} onClick={() => void confirm()}>
            {t('imports:confirm')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function CommitProgress({ progress }: { progress: { step: string; done: number; total: number | null } }) {
  const { t } = useText();
  const share = progress.total === null || progress.total === 0 ? 100 : (progress.done / progress.total) * 100;
  const step = progress.step === 'writing' ? 'writing' : progress.step === 'checking' ? 'checking' : 'reading';
  return (
    <Stack gap={4}>
      <Text size="sm">{t(`imports:step.${step}`)}</Text>
      <Progress value={share} animated={progress.total === null} aria-label={t(`imports:step.${step}`)} />
    </Stack>
  );
}
