import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { describeError } from '../../app/errors.ts';
import { useStaleDialog } from '../../app/stale-dialog.tsx';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { toastError } from '../../ui/toasts.tsx';
import {
  type DraftCriterion,
  moved,
  newCriterion,
  problemOf,
  rebased,
  scaledTo100,
  setOf,
  weightSum,
} from './criteria-draft.ts';
import classes from './evaluate.module.css';
import { StaleCriteria, useSaveCriteria } from './mutations.ts';

export interface CriteriaEditorProps {
  readonly projectId: Id;
  readonly stored: readonly Criterion[];
  readonly draft: DraftCriterion[];
  readonly onChange: (draft: DraftCriterion[]) => void;
  readonly onDone: () => void;
}

/** All criteria in one table; saved together, because only together they make 100 %. */
export function CriteriaEditor({ projectId, stored, draft, onChange, onDone }: CriteriaEditorProps) {
  const { t } = useText();
  const save = useSaveWithConflicts(projectId, onDone);
  const problem = problemOf(draft);
  const sum = weightSum(draft);
  const change = (key: string, changes: Partial<DraftCriterion>) =>
    onChange(draft.map((criterion) => (criterion.key === key ? { ...criterion, ...changes } : criterion)));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (problem === null) save.run(draft, stored);
      }}
    >
      <div className={classes.scroll}>
        <table className={`${classes.table} ${classes.editor}`}>
          <thead>
            <tr>
              <th scope="col">{t('nameEn')}</th>
              <th scope="col">{t('nameZh')}</th>
              <th scope="col">{t('evaluations:kind')}</th>
              <th scope="col" className={classes.figure}>
                {t('evaluations:weight')}
              </th>
              <th scope="col" className={classes.figure} title={t('evaluations:knockoutHint')}>
                {t('evaluations:knockout')}
              </th>
              <th scope="col">
                <span className="hj-quiet">{t('evaluations:order')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.map((criterion, index) => (
              <CriterionRow
                key={criterion.key}
                criterion={criterion}
                onChange={(changes) => change(criterion.key, changes)}
                onMove={(by) => onChange(moved(draft, criterion.key, by))}
                onRemove={() => onChange(draft.filter(({ key }) => key !== criterion.key))}
                isFirst={index === 0}
                isLast={index === draft.length - 1}
                hasOtherPrice={draft.some(({ kind, key }) => kind === 'price' && key !== criterion.key)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Group justify="space-between" mt="sm" gap="md">
        <Group gap="sm">
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => onChange([...draft, newCriterion({ weightBp: Math.max(0, 10_000 - sum) })])}
          >
            {t('evaluations:addCriterion')}
          </Button>
          <Text role="status">
            <span className={classes.sum} data-wrong={sum !== 10_000 || undefined}>
              {t('evaluations:sum', { sum: formatPercent(sum) })}
            </span>{' '}
            <SumSentence sum={sum} empty={draft.length === 0} />
          </Text>
          {sum === 10_000 || draft.length === 0 ? null : (
            <Button variant="subtle" onClick={() => onChange(scaledTo100(draft))}>
              {t('evaluations:scale')}
            </Button>
          )}
        </Group>
        <Group gap="xs">
          {problem === null || problem === 'sum' ? null : <Text c="red">{t(`evaluations:problem.${problem}`)}</Text>}
          <Button variant="default" onClick={onDone}>
            {t('cancel')}
          </Button>
          <Button type="submit" disabled={problem !== null} loading={save.isPending}>
            {t('evaluations:saveCriteria')}
          </Button>
        </Group>
      </Group>
    </form>
  );
}

function SumSentence({ sum, empty }: { readonly sum: number; readonly empty: boolean }) {
  const { t } = useText();
  if (empty) return <span className="hj-quiet">{t('evaluations:noneLeft')}</span>;
  if (sum === 10_000) return null;
  const key = sum < 10_000 ? 'evaluations:missingToSum' : 'evaluations:overSum';
  return <span>{t(key, { percent: formatPercent(Math.abs(10_000 - sum)) })}</span>;
}

function CriterionRow(props: {
  readonly criterion: DraftCriterion;
  readonly onChange: (changes: Partial<DraftCriterion>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly hasOtherPrice: boolean;
}) {
  const { criterion, onChange, onMove, onRemove, isFirst, isLast, hasOtherPrice } = props;
  const { t } = useText();
  const name = useName()(criterion);
  const labelled = (field: string) => `${name}: ${field}`;
  return (
    <tr>
      <td>
        <TextInput
          aria-label={labelled(t('nameEn'))}
          value={criterion.nameEn}
          onChange={(event) => onChange({ nameEn: event.currentTarget.value })}
        />
      </td>
      <td>
        <TextInput
          aria-label={labelled(t('nameZh'))}
          lang="zh-CN"
          value={criterion.nameZh}
          onChange={(event) => onChange({ nameZh: event.currentTarget.value })}
        />
      </td>
      <td>
        <Select
          w={190}
          aria-label={labelled(t('evaluations:kind'))}
          value={criterion.kind}
          onChange={(kind) => onChange({ kind: kind === 'price' ? 'price' : 'manual' })}
          data={[
            { value: 'price', label: t('evaluations:kinds.price'), disabled: hasOtherPrice },
            { value: 'manual', label: t('evaluations:kinds.manual') },
          ]}
        />
      </td>
      <td className={classes.figure}>
        <HundredthsInput
          label={labelled(t('evaluations:weight'))}
          suffix=" %"
          value={criterion.weightBp}
          onChange={(weightBp) => onChange({ weightBp: weightBp ?? 0 })}
        />
      </td>
      <td className={classes.figure}>
        <HundredthsInput
          label={labelled(t('evaluations:knockout'))}
          placeholder={t('none')}
          value={criterion.knockoutMinimumHundredths}
          onChange={(knockoutMinimumHundredths) => onChange({ knockoutMinimumHundredths })}
        />
      </td>
      <td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon aria-label={t('evaluations:moveUp', { name })} disabled={isFirst} onClick={() => onMove(-1)}>
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('evaluations:moveDown', { name })} disabled={isLast} onClick={() => onMove(1)}>
            <IconArrowDown size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('evaluations:removeCriterion', { name })} onClick={onRemove}>
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </Group>
      </td>
    </tr>
  );
}

/** 0 to 100 with two decimals, kept in hundredths; empty is none. */
function HundredthsInput(props: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly suffix?: string;
  readonly placeholder?: string;
}) {
  const { label, value, onChange, suffix, placeholder } = props;
  return (
    <NumberInput
      w={96}
      ml="auto"
      aria-label={label}
      value={value === null ? '' : value / 100}
      onChange={(next) => onChange(typeof next === 'number' ? Math.round(next * 100) : null)}
      min={0}
      max={100}
      clampBehavior="strict"
      decimalScale={2}
      allowNegative={false}
      suffix={suffix}
      placeholder={placeholder}
      styles={{ input: { textAlign: 'right' } }}
    />
  );
}

/** Saves the set; when somebody changed it meanwhile, both sets are shown and the user decides. */
function useSaveWithConflicts(projectId: Id, onDone: () => void) {
  const { t } = useText();
  const nameOf = useName();
  const showStale = useStaleDialog();
  const mutation = useSaveCriteria(projectId);
  const said = (criteria: readonly Pick<Criterion, 'nameEn' | 'nameZh' | 'weightBp'>[]) =>
    criteria
      .map((criterion) => `${nameOf(criterion)} ${formatPercent(criterion.weightBp)}`)
      .join(t('evaluations:listSeparator'));
  const run = (draft: readonly DraftCriterion[], stored: readonly Criterion[]) => {
    mutation.mutate(setOf(draft, stored), {
      onSuccess: onDone,
      onError: (error) => {
        if (!(error instanceof StaleCriteria)) {
          toastError(describeError(error, t), t('app:error.title'));
          return;
        }
        showStale({
          title: t('evaluations:criteria'),
          fields: [{ label: t('evaluations:criteria'), stored: said(error.stored), mine: said(draft) }],
          current: { revision: 0 },
          saveMine: () => run(rebased(draft, error.stored), error.stored),
          keepStored: onDone,
        });
      },
    });
  };
  return { run, isPending: mutation.isPending };
}
