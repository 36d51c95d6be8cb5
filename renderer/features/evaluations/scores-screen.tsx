import { Button, Group, Text } from '@mantine/core';
import { IconScale, IconUserPlus } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Evaluator } from '../../../shared/contract/evaluations.ts';
import { useText } from '../../i18n/use-text.ts';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { leaveBlindSeat, takeBlindSeat, useBlindSeat } from './blind-seat.ts';
import classes from './evaluate.module.css';
import { EvaluatorDrawer } from './evaluator-drawer.tsx';
import { EvaluatorState, HandingIn } from './handing-in.tsx';
import { useScoreSheet } from './queries.ts';
import { ScoresGrid } from './scores-grid.tsx';

const route = getRouteApi('/workspace/projects/$projectId/evaluate/scores');

/** One evaluator's scores. Nothing here asks for a price, so nobody who scores blind can come across one. */
export function ScoresScreen() {
  const { t } = useText();
  const navigate = useNavigate();
  const readOnly = useReadOnly();
  const project = useOpenProject();
  const { evaluator: asked } = route.useSearch();
  const seat = useBlindSeat(project.id);
  const sheet = useScoreSheet(project.id, seat?.evaluatorId ?? asked ?? null);
  const shown = sheet.data?.evaluator ?? null;
  const sitsDown = !readOnly && shown !== null && shown.isBlind && shown.handedInAt === null ? shown.id : null;
  useEffect(() => {
    if (sitsDown !== null) takeBlindSeat(project.id, sitsDown);
  }, [project.id, sitsDown]);
  const [edited, setEdited] = useState<Evaluator | 'new' | null>(null);
  if (sheet.isError) return <ErrorState error={sheet.error} retry={() => void sheet.refetch()} />;
  if (sheet.data === undefined) return <LoadingRows rows={10} />;
  const { evaluator, evaluators, criteria, suppliers } = sheet.data;
  const goTo = (room: string) => void navigate({ to: `/projects/${project.id}/${room}` });
  const isOpen = evaluator?.handedInAt === null || evaluator === null;
  return (
    <section className={classes.section} aria-labelledby="scores">
      <div className={classes.head}>
        <h2 id="scores" className={classes.heading}>
          {t('evaluations:scores')}
        </h2>
        <nav className={classes.evaluators} aria-label={t('evaluations:evaluators')}>
          {(seat === null ? evaluators : evaluators.filter(({ id }) => id === seat.evaluatorId)).map((one) => (
            <Link
              key={one.id}
              to="/projects/$projectId/evaluate/scores"
              params={{ projectId: project.id }}
              search={{ evaluator: one.id }}
              className={classes.evaluator ?? ''}
              aria-current={one.id === evaluator?.id ? 'page' : undefined}
            >
              {one.name}
              <EvaluatorState evaluator={one} />
            </Link>
          ))}
        </nav>
        {readOnly || seat !== null ? null : (
          <Group gap="xs" wrap="nowrap">
            {evaluator === null ? null : (
              <Button variant="default" onClick={() => setEdited(evaluator)}>
                {t('evaluations:editEvaluator')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<IconUserPlus size={14} aria-hidden />}
              onClick={() => setEdited('new')}
            >
              {t('evaluations:addEvaluator')}
            </Button>
          </Group>
        )}
      </div>
      {criteria.length === 0 ? (
        <EmptyState
          icon={<IconScale size={30} stroke={1.4} aria-hidden />}
          title={t('evaluations:empty.nothingToScore')}
          hint={t('evaluations:empty.nothingToScoreHint')}
          action={{ label: t('evaluations:empty.toCriteria'), onClick: () => goTo('evaluate/criteria') }}
        />
      ) : suppliers.length === 0 ? (
        <EmptyState
          icon={<IconScale size={30} stroke={1.4} aria-hidden />}
          title={t('evaluations:empty.noQuotes')}
          hint={t('evaluations:empty.noQuotesHint')}
          action={{ label: t('evaluations:empty.toQuotes'), onClick: () => goTo('quotes') }}
        />
      ) : (
        <>
          {evaluator === null ? (
            <Text className="hj-quiet">{t('evaluations:firstEvaluatorHint')}</Text>
          ) : (
            <HandingIn
              evaluator={evaluator}
              sheet={sheet.data}
              readOnly={readOnly}
              onLeave={() => {
                void navigate({ to: '/projects/$projectId/evaluate/criteria', params: { projectId: project.id } }).then(
                  () => leaveBlindSeat(project.id),
                );
              }}
            />
          )}
          <ScoresGrid
            // The first score makes its evaluator: what is being typed by then stays.
            key={asked === undefined ? 'first' : evaluator?.id}
            projectId={project.id}
            sheet={sheet.data}
            readOnly={readOnly || !isOpen}
          />
        </>
      )}
      {edited === null ? null : (
        <EvaluatorDrawer
          projectId={project.id}
          evaluator={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
          onSaved={(saved) => {
            setEdited(null);
            void navigate({
              to: '/projects/$projectId/evaluate/scores',
              params: { projectId: project.id },
              search: { evaluator: saved?.id },
            });
          }}
        />
      )}
    </section>
  );
}
