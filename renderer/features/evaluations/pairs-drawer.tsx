import { Button, Group, Slider, Text } from '@mantine/core';
import { useState } from 'react';
import type { Criterion, Judgement } from '../../../shared/contract/evaluations.ts';
import { ACCEPTED_RATIO, type JudgementDeviation } from '../../../shared/domain/evaluation/ahp.ts';
import { type ComparedWeights, comparedWeights } from '../../../shared/domain/evaluation/compared-weights.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import classes from './evaluate.module.css';
import { useSaveJudgements } from './mutations.ts';
import { intensityAt, judgementsOf, positionOf, withIntensity } from './pairs.ts';

export interface PairsDrawerProps {
  readonly projectId: Id;
  /** Null for the criteria at the root. */
  readonly parent: Criterion | null;
  readonly siblings: readonly Criterion[];
  readonly judgements: readonly Judgement[];
  readonly onClose: () => void;
}

/** Weights from pairs (AHP): each two criteria against each other, the weights that follow, and where judgements contradict. */
export function PairsDrawer({ projectId, parent, siblings, judgements, onClose }: PairsDrawerProps) {
  const { t } = useText();
  const nameOf = useName();
  const save = useSaveJudgements(projectId);
  const ids = siblings.map(({ id }) => id);
  const [judged, setJudged] = useState(() => judgementsOf(ids, judgements));
  const names = new Map(siblings.map((criterion) => [criterion.id, nameOf(criterion)]));
  const nameOfId = (id: Id) => names.get(id) ?? '';
  const result = comparedWeights(ids, judged);
  const set = (firstId: Id, secondId: Id, intensity: number) =>
    setJudged((before) => withIntensity(before, firstId, secondId, intensity));
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={620}
      title={parent === null ? t('evaluations:pairs.title') : t('evaluations:pairs.titleIn', { name: nameOf(parent) })}
      footer={
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            loading={save.isPending}
            disabled={result === null}
            onClick={() =>
              save.mutate(
                {
                  projectId,
                  parentId: parent?.id ?? null,
                  judgements: judged,
                  siblings: siblings.map(({ id, revision }) => ({ id, revision })),
                },
                { onSuccess: onClose },
              )
            }
          >
            {t('evaluations:pairs.save')}
          </Button>
        </Group>
      }
    >
      <Text className="hj-quiet" mb="md">
        {t('evaluations:pairs.hint')}
      </Text>
      {result === null ? null : <Outcome result={result} names={siblings.map(nameOf)} ids={ids} onFit={set} />}
      <ul className={classes.pairs}>
        {judged.map(({ firstId, secondId, intensity }) => {
          const said = t(`evaluations:pairs.says.${intensity === 1 ? 'equal' : 'more'}`, {
            name: nameOfId(intensity > 1 ? firstId : secondId),
            times: Math.abs(intensity),
          });
          return (
            <li key={`${firstId} ${secondId}`} className={classes.pair}>
              <span data-stronger={intensity > 1 || undefined}>{nameOfId(firstId)}</span>
              <div>
                <Slider
                  min={-8}
                  max={8}
                  step={1}
                  value={positionOf(intensity)}
                  onChange={(position) => set(firstId, secondId, intensityAt(position))}
                  marks={[{ value: -8 }, { value: -4 }, { value: 0 }, { value: 4 }, { value: 8 }]}
                  startPointValue={0}
                  label={null}
                  thumbLabel={t('evaluations:pairs.between', { first: nameOfId(firstId), second: nameOfId(secondId) })}
                  thumbValueText={said}
                />
                <Text size="xs" className="hj-quiet" ta="center" mt={4}>
                  {said}
                </Text>
              </div>
              <span data-stronger={intensity < 0 || undefined}>{nameOfId(secondId)}</span>
            </li>
          );
        })}
      </ul>
    </SideDrawer>
  );
}

const MOST_NAMED = 3;

/** The weights that follow, how consistent they are, and the judgements that fit them least. */
function Outcome(props: {
  readonly result: ComparedWeights;
  readonly names: readonly string[];
  readonly ids: readonly Id[];
  readonly onFit: (firstId: Id, secondId: Id, intensity: number) => void;
}) {
  const { result, names, ids, onFit } = props;
  const { t } = useText();
  const { ahp, weightsBp } = result;
  const ratio = ahp.consistencyRatio;
  const worst = ahp.isAccepted === false ? ahp.deviations.slice(0, MOST_NAMED) : [];
  return (
    <div className={classes.outcome}>
      <dl className={classes.outcomeWeights}>
        {names.map((name, index) => (
          <div key={ids[index]}>
            <dt>{name}</dt>
            <dd className="hj-figure">{formatPercent(weightsBp[index] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <Group gap="sm" role="status">
        {ratio === null ? null : (
          <StatusBadge
            tone={ahp.isAccepted === true ? 'good' : 'warning'}
            label={t(ahp.isAccepted === true ? 'evaluations:pairs.consistent' : 'evaluations:pairs.contradict')}
          />
        )}
        <Text size="xs" className="hj-quiet">
          {t('evaluations:pairs.figures', {
            lambda: ahp.lambdaMax.toFixed(3),
            index: ahp.consistencyIndex.toFixed(3),
            ratio: ratio === null ? '–' : ratio.toFixed(3),
            limit: ACCEPTED_RATIO.toFixed(2),
          })}
        </Text>
      </Group>
      {worst.length === 0 ? null : (
        <ul className={classes.worst}>
          {worst.map((deviation) => (
            <WorstJudgement key={`${deviation.first} ${deviation.second}`} {...{ deviation, names, ids, onFit }} />
          ))}
        </ul>
      )}
    </div>
  );
}

function WorstJudgement(props: {
  readonly deviation: JudgementDeviation;
  readonly names: readonly string[];
  readonly ids: readonly Id[];
  readonly onFit: (firstId: Id, secondId: Id, intensity: number) => void;
}) {
  const { deviation, names, ids, onFit } = props;
  const { t } = useText();
  const [first, second] = [names[deviation.first] ?? '', names[deviation.second] ?? ''];
  const [firstId, secondId] = [ids[deviation.first], ids[deviation.second]];
  const said = (intensity: number) => (intensity > 0 ? String(intensity) : `1/${-intensity}`);
  const judged = deviation.judged >= 1 ? String(Math.round(deviation.judged)) : `1/${Math.round(1 / deviation.judged)}`;
  return (
    <li>
      <span>{t('evaluations:pairs.worst', { first, second, judged, implied: deviation.implied.toFixed(2) })}</span>
      {firstId === undefined || secondId === undefined || said(deviation.fitting) === judged ? null : (
        <Button variant="subtle" size="compact-sm" onClick={() => onFit(firstId, secondId, deviation.fitting)}>
          {t('evaluations:pairs.fit', { value: said(deviation.fitting) })}
        </Button>
      )}
    </li>
  );
}
