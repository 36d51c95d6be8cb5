import { Alert, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { SupplierImportCheck } from '../../../shared/contract/supplier-imports.ts';
import { choiceFor, type DuplicateChoice } from '../../../shared/domain/supplier-imports/plan.ts';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useUndoToast } from '../history/mutations.ts';
import { CheckFrame, useChecked } from '../imports/check-frame.tsx';
import { ProblemsTable } from '../imports/problems-table.tsx';
import { FreshSuppliers, RepeatedSuppliers } from './checked-suppliers.tsx';
import { type SupplierImportRequest, useSupplierCheck, useSupplierCommit } from './mutations.ts';

const VIEWS = ['fresh', 'repeated', 'problems'] as const;
type View = (typeof VIEWS)[number];
type Choices = ReadonlyMap<number, DuplicateChoice>;

/** What becomes of each row: created, skipped, or written into what the directory leaves empty. Nothing is stored until confirmed. */
export function SupplierCheckStep(props: {
  readonly fileName: string;
  readonly request: SupplierImportRequest;
  readonly onBack: () => void;
  readonly onDone: () => void;
}) {
  const { fileName, request, onBack, onDone } = props;
  const { t } = useText();
  const offerUndo = useUndoToast();
  const check = useSupplierCheck();
  const commit = useSupplierCommit();
  const result = useChecked(check, request);
  const [all, setAll] = useState<DuplicateChoice>('skip');
  const [rows, setRows] = useState<Choices>(new Map());
  const will = result === null ? null : outcome(result, all, rows);

  const confirm = async () => {
    const done = await commit.run({
      ...request,
      choices: { all, rows: [...rows].map(([row, choice]) => ({ row, choice })) },
    });
    if (done === null) return;
    const { created, filled, skipped, actionId } = done;
    offerUndo(t('supplierImports:done', { file: fileName, created, filled, skipped }), actionId);
    onDone();
  };

  return (
    <CheckFrame
      check={check}
      commit={commit}
      isReady={result !== null}
      canConfirm={will !== null && will.created + will.filled > 0}
      confirmLabel={t('imports:confirm')}
      writing={t('supplierImports:writing')}
      onBack={onBack}
      onConfirm={() => void confirm()}
    >
      {result === null || will === null ? null : (
        <>
          <Checked
            result={result}
            all={all}
            rows={rows}
            onAll={(choice) => {
              setAll(choice);
              setRows(new Map());
            }}
            onRow={(row, choice) => setRows(new Map(rows).set(row, choice))}
          />
          <Text size="sm" aria-live="polite">
            {t('supplierImports:will', {
              created: formatCount(will.created),
              filled: formatCount(will.filled),
              skipped: formatCount(will.skipped),
            })}
          </Text>
        </>
      )}
    </CheckFrame>
  );
}

function Checked(props: {
  readonly result: SupplierImportCheck;
  readonly all: DuplicateChoice;
  readonly rows: Choices;
  readonly onAll: (choice: DuplicateChoice) => void;
  readonly onRow: (row: number, choice: DuplicateChoice) => void;
}) {
  const { result, ...choices } = props;
  const { t } = useText();
  const [chosen, setChosen] = useState<View | null>(null);
  const { newCount, repeated, problemCount } = result;
  const toLookAt = problemCount.refused + problemCount.warning;
  const view = chosen ?? (newCount === 0 && repeated.length > 0 ? 'repeated' : 'fresh');
  return (
    <>
      <Group justify="space-between">
        <Text aria-live="polite">
          {t('supplierImports:summary', {
            read: t('supplierImports:rows', { count: result.rowsRead }),
            fresh: t('supplierImports:fresh', { count: newCount }),
            repeated: t('supplierImports:repeated', { count: repeated.length }),
          })}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={t('imports:show')}
          value={view}
          onChange={(value) => setChosen(VIEWS.find((one) => one === value) ?? null)}
          data={[
            { value: 'fresh', label: t('supplierImports:freshTab', { count: newCount }) },
            { value: 'repeated', label: t('supplierImports:repeatedTab', { count: repeated.length }) },
            { value: 'problems', label: t('imports:problemsTab', { count: toLookAt }) },
          ]}
        />
      </Group>
      {problemCount.refused === 0 ? null : (
        <Alert color="yellow" role="status">
          {t('supplierImports:refusedHint', { count: problemCount.refused })}
        </Alert>
      )}
      {view === 'fresh' ? <FreshSuppliers fresh={result.fresh} total={newCount} /> : null}
      {view === 'repeated' ? <RepeatedSuppliers repeated={repeated} {...choices} /> : null}
      {view === 'problems' ? (
        <Stack style={{ flex: 1, minHeight: 0 }} gap="xs">
          <ProblemsTable
            problems={result.problems}
            total={toLookAt}
            reason={({ code, data }) => t(`supplierImports:problem.${code}`, { ...data })}
          />
        </Stack>
      ) : null}
    </>
  );
}

/** How many rows will be created, filled in and skipped by the choices made; the core may skip more, where a row adds nothing. */
function outcome({ newCount, repeated }: SupplierImportCheck, all: DuplicateChoice, rows: Choices) {
  const chosen = repeated.map((one) => choiceFor(one, { all, rows }));
  const count = (choice: DuplicateChoice) => chosen.filter((one) => one === choice).length;
  return { created: newCount + count('create'), filled: count('fill'), skipped: count('skip') };
}
