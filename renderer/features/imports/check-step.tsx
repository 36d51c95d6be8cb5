import { Alert, Group, SegmentedControl, Text } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { toastDone } from '../../ui/toasts.tsx';
import { CheckFrame, useChecked } from './check-frame.tsx';
import { CheckedQuotes } from './checked-quotes.tsx';
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
  const result = useChecked(check, request);
  const [view, setView] = useState<'quotes' | 'problems'>('quotes');

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

  const problemCount = result === null ? 0 : result.problemCount.refused + result.problemCount.warning;
  return (
    <CheckFrame
      check={check}
      commit={commit}
      isReady={result !== null}
      canConfirm={result !== null && result.itemCount > 0}
      confirmLabel={t('imports:confirm')}
      writing={t('imports:step.writing')}
      onBack={onBack}
      onConfirm={() => void confirm()}
    >
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
            <ProblemsTable
              problems={result.problems}
              total={problemCount}
              reason={({ code, data }) => t(`importProblem:${code}`, { ...data })}
            />
          )}
        </>
      )}
    </CheckFrame>
  );
}
