import { ActionIcon, Button, Group, NumberInput, Select, Text, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconFolderPlus, IconPlus, IconTrash } from '@tabler/icons-react';
import type { Criterion } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { describeError } from '../../app/errors.ts';
import { useStaleDialog } from '../../app/stale-dialog.tsx';
import { formatPercent } from '../../i18n/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { toastError } from '../../ui/toasts.tsx';
import {
  added,
  type DraftCriterion,
  moved,
  newCriterion,
  type PlacedDraft,
  problemOf,
  rebased,
  rowsOf,
  scaledTo100,
  setOf,
  siblingsOf,
  weightSum,
  without,
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
  const groups = draft.filter(({ kind }) => kind === 'group');
  const addTo = (parentKey: string | null) => {
    const left = 10_000 - weightSum(siblingsOf(draft, parentKey));
    onChange(added(draft, newCriterion({ parentKey, weightBp: Math.max(0, left) })));
  };
  const addGroup = () => {
    const left = Math.max(0, 10_000 - weightSum(siblingsOf(draft, null)));
    const group = newCriterion({ kind: 'group', weightBp: left });
    onChange(added(added(draft, group), newCriterion({ parentKey: group.key, weightBp: 10_000 })));
  };
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
              <th scope="col" className={classes.figure} title={t('evaluations:effectiveHint')}>
                {t('evaluations:effective')}
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
            {rowsOf(draft).map((row) => {
              const { key } = row.criterion;
              return (
                <CriterionRow
                  key={key}
                  row={row}
                  onChange={(changes) => change(key, changes)}
                  onMove={(by) => onChange(moved(draft, key, by))}
                  onRemove={() => onChange(without(draft, key))}
                  onAdd={() => addTo(key)}
                  hasOtherPrice={draft.some((other) => other.kind === 'price' && other.key !== key)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <div className={classes.sums}>
        <LevelSum draft={draft} group={null} onScale={() => onChange(scaledTo100(draft))} />
        {groups.map((group) => (
          <LevelSum
            key={group.key}
            draft={draft}
            group={group}
            onScale={() => onChange(scaledTo100(draft, group.key))}
          />
        ))}
      </div>
      <Group justify="space-between" mt="sm" gap="md">
        <Group gap="sm">
          <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => addTo(null)}>
            {t('evaluations:addCriterion')}
          </Button>
          <Button variant="default" leftSection={<IconFolderPlus size={14} aria-hidden />} onClick={addGroup}>
            {t('evaluations:addGroup')}
          </Button>
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

/** What the weights of one level come to, and the way to 100 %. */
function LevelSum(props: {
  readonly draft: readonly DraftCriterion[];
  readonly group: DraftCriterion | null;
  readonly onScale: () => void;
}) {
  const { draft, group, onScale } = props;
  const { t } = useText();
  const nameOf = useName();
  const siblings = siblingsOf(draft, group?.key ?? null);
  const sum = weightSum(siblings);
  // A group that is as it should be needs no line of its own.
  if (group !== null && (sum === 10_000 || siblings.length === 0)) return null;
  const key = sum < 10_000 ? 'evaluations:missingToSum' : 'evaluations:overSum';
  return (
    <Group gap="sm">
      <Text role="status">
        {group === null ? null : <span>{t('evaluations:within', { name: nameOf(group) })} </span>}
        <span className={classes.sum} data-wrong={sum !== 10_000 || undefined}>
          {t('evaluations:sum', { sum: formatPercent(sum) })}
        </span>{' '}
        {draft.length === 0 ? (
          <span className="hj-quiet">{t('evaluations:noneLeft')}</span>
        ) : sum === 10_000 ? null : (
          <span>{t(key, { percent: formatPercent(Math.abs(10_000 - sum)) })}</span>
        )}
      </Text>
      {sum === 10_000 || siblings.length === 0 ? null : (
        <Button variant="subtle" size="compact-sm" onClick={onScale}>
          {t('evaluations:scale')}
        </Button>
      )}
    </Group>
  );
}

function CriterionRow(props: {
  readonly row: PlacedDraft;
  readonly onChange: (changes: Partial<DraftCriterion>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
  readonly onAdd: () => void;
  readonly hasOtherPrice: boolean;
}) {
  const { row, onChange, onMove, onRemove, onAdd, hasOtherPrice } = props;
  const { criterion, depth, effectiveBp } = row;
  const { t } = useText();
  const name = useName()(criterion);
  const labelled = (field: string) => `${name}: ${field}`;
  const isGroup = criterion.kind === 'group';
  return (
    <tr data-group={isGroup || undefined}>
      <td>
        <TextInput
          ml={(depth - 1) * 22}
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
        {isGroup ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={onAdd}
            aria-label={t('evaluations:addTo', { name })}
          >
            {t('evaluations:addSub')}
          </Button>
        ) : (
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
        )}
      </td>
      <td className={classes.figure}>
        <HundredthsInput
          label={labelled(t('evaluations:weight'))}
          suffix=" %"
          value={criterion.weightBp}
          onChange={(weightBp) => onChange({ weightBp: weightBp ?? 0 })}
        />
      </td>
      <td className={classes.figure}>{effectiveBp === null ? null : formatPercent(effectiveBp)}</td>
      <td className={classes.figure}>
        {isGroup ? null : (
          <HundredthsInput
            label={labelled(t('evaluations:knockout'))}
            placeholder={t('none')}
            value={criterion.knockoutMinimumHundredths}
            onChange={(knockoutMinimumHundredths) => onChange({ knockoutMinimumHundredths })}
          />
        )}
      </td>
      <td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <ActionIcon aria-label={t('evaluations:moveUp', { name })} disabled={row.isFirst} onClick={() => onMove(-1)}>
            <IconArrowUp size={15} aria-hidden />
          </ActionIcon>
          <ActionIcon aria-label={t('evaluations:moveDown', { name })} disabled={row.isLast} onClick={() => onMove(1)}>
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
