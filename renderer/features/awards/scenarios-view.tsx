import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { IconCalculator, IconTrophy } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { SolvedScenario, StoredAward, StoredScenario } from '../../../shared/contract/awards.ts';
import { describeError } from '../../app/errors.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useComparison } from '../comparisons/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import classes from './awards.module.css';
import { EMPTY_LIMITS, requestOf } from './limits-draft.ts';
import { LimitsForm } from './limits-form.tsx';
import { useSolve } from './mutations.ts';
import { SavedScenarios } from './saved-scenarios.tsx';
import { ScenarioResultView } from './scenario-result.tsx';

/** Limits on the left, the cheapest award that keeps them on the right, the saved ones below side by side. */
export function ScenariosView(props: {
  readonly scenarios: readonly StoredScenario[];
  readonly award: StoredAward | null;
}) {
  const { scenarios, award } = props;
  const { t } = useText();
  const name = useName();
  const navigate = useNavigate();
  const project = useOpenProject();
  const [draft, setDraft] = useState(EMPTY_LIMITS);
  const [solved, setSolved] = useState<SolvedScenario | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const query = useMemo(
    () => ({ projectId: project.id, basis: draft.basis, currency: null, quantityPercent: 100 }),
    [project.id, draft.basis],
  );
  const comparison = useComparison(query);
  const work = useSolve();
  const { data } = comparison;
  const suppliers = useMemo(
    () =>
      (data?.quotes ?? []).map(({ quote }) => ({
        value: quote.supplierId,
        label: name({ nameEn: quote.supplierNameEn, nameZh: quote.supplierNameZh }),
      })),
    [data, name],
  );
  const items = useMemo(
    () =>
      (data?.rows ?? []).map(({ item }) => ({
        value: item.id,
        label: [item.lineNo, name(item)].filter((part) => part !== '').join(' '),
      })),
    [data, name],
  );
  if (comparison.isError) return <ErrorState error={comparison.error} retry={() => void comparison.refetch()} />;
  if (data === undefined) return <LoadingRows rows={10} />;
  if (data.quotes.length === 0 || data.rows.length === 0) {
    return (
      <EmptyState
        icon={<IconTrophy size={30} stroke={1.4} aria-hidden />}
        title={t('awards:empty.title')}
        hint={t('awards:empty.hint')}
        action={{
          label: t('awards:empty.toQuotes'),
          onClick: () => void navigate({ to: `/projects/${project.id}/quotes` }),
        }}
      />
    );
  }
  const solve = async () => {
    const asked = requestOf(draft, project.currency);
    if ('incomplete' in asked) {
      return setProblem(t('awards:limits.incomplete', { what: t(`awards:limits.${asked.incomplete}`) }));
    }
    setProblem(null);
    const answer = await work.run({ query, request: asked.request, timeLimitSeconds: draft.seconds });
    if (answer !== null) setSolved(answer);
  };
  return (
    <div className={classes.columns}>
      <section className={classes.side} aria-labelledby="limits">
        <Title order={2} id="limits" className={classes.heading} mb={10}>
          {t('awards:limits.title')}
        </Title>
        <Stack gap="md">
          <Button
            leftSection={<IconCalculator size={15} aria-hidden />}
            onClick={() => void solve()}
            loading={work.isRunning}
          >
            {t('awards:solve')}
          </Button>
          {problem === null ? null : (
            <Alert color="orange" variant="light" role="alert">
              {problem}
            </Alert>
          )}
          <LimitsForm
            draft={draft}
            onChange={setDraft}
            suppliers={suppliers}
            items={items}
            currency={project.currency}
          />
        </Stack>
      </section>
      <div className={classes.main}>
        {work.progress === null ? null : (
          <div className={classes.section}>
            <ProgressBar
              label={
                // Where other work says how much there is, the solver says how far it may still be from the best.
                work.progress.total === null
                  ? t('awards:solving')
                  : t('awards:solvingGap', { gap: formatPercent(work.progress.total) })
              }
              done={work.progress.done}
              total={draft.seconds}
              onCancel={work.cancel}
            />
            <Text size="xs" className="hj-quiet" mt={6}>
              {t('awards:seconds')}
            </Text>
          </div>
        )}
        {work.error === null ? null : (
          <Alert color="red" variant="light" role="alert" m="lg">
            {describeError(work.error, t)}
          </Alert>
        )}
        {solved === null ? (
          <Text className={`${classes.section} hj-quiet`}>{t('awards:empty.result')}</Text>
        ) : (
          <ScenarioResultView
            key={solved.solvedId}
            solved={solved}
            suggestedName={t(`award:kind.${draft.kind}`)}
            asOf={data.options.asOf}
          />
        )}
        <SavedScenarios scenarios={scenarios} award={award} />
      </div>
    </div>
  );
}
