import { ActionIcon, Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ChecklistPointInput } from '../../../shared/contract/checklists.ts';
import { GRADES } from '../../../shared/domain/checklists/templates.ts';
import {
  CHECKLIST_SECTIONS,
  type ChecklistPoint,
  type ChecklistSection,
  POINT_KINDS,
} from '../../../shared/domain/checklists/types.ts';
import { useText } from '../../i18n/use-text.ts';
import { problemText } from '../../ui/grid/cells.tsx';
import { SideDrawer } from '../../ui/side-drawer.tsx';
import { parseLimit } from './readings.ts';

type Draft = Omit<ChecklistPointInput, 'lower' | 'upper'> & { readonly key: string; lower: string; upper: string };

/** The list of points as one set: what is looked at, its limits, its weight. */
export function PointsDrawer(props: {
  readonly points: readonly ChecklistPoint[];
  readonly section: ChecklistSection;
  readonly onClose: () => void;
  readonly onSave: (points: ChecklistPointInput[]) => Promise<unknown>;
}) {
  const { points, section, onClose, onSave } = props;
  const { t } = useText();
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => points.map(draftOf));
  const [isSaving, setSaving] = useState(false);
  const change = (key: string, changes: Partial<Draft>) =>
    setDrafts((before) => before.map((draft) => (draft.key === key ? { ...draft, ...changes } : draft)));
  const move = (index: number, step: number) =>
    setDrafts((before) => {
      const after = [...before];
      const [moved] = after.splice(index, 1);
      if (moved !== undefined) after.splice(index + step, 0, moved);
      return after;
    });
  const faulty = drafts.some((draft) => problemOf(draft) !== null);
  const save = async () => {
    setSaving(true);
    try {
      await onSave(drafts.map(inputOf));
      onClose();
    } catch {
      // Told in a toast; what was typed stays.
    } finally {
      setSaving(false);
    }
  };
  return (
    <SideDrawer
      opened
      onClose={onClose}
      size={860}
      title={t('checklist:edit')}
      footer={
        <Group justify="flex-end" flex={1}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button onClick={() => void save()} loading={isSaving} disabled={faulty}>
            {t('checklist:save')}
          </Button>
        </Group>
      }
    >
      <Stack gap="sm">
        {drafts.map((draft, index) => {
          const label = `${t('checklist:point')} ${index + 1}`;
          const problem = problemOf(draft);
          return (
            <Stack key={draft.key} gap={4} pb="sm" style={{ borderBottom: '1px solid var(--hj-line)' }}>
              <Group gap="xs" wrap="nowrap" align="flex-end">
                <TextInput
                  flex={1}
                  label={t('nameEn')}
                  aria-label={`${label}: ${t('nameEn')}`}
                  value={draft.nameEn}
                  maxLength={300}
                  error={
                    draft.nameEn.trim() === '' && draft.nameZh.trim() === ''
                      ? t('refusal:rule.nameRequired')
                      : undefined
                  }
                  onChange={(event) => change(draft.key, { nameEn: event.currentTarget.value })}
                />
                <TextInput
                  flex={1}
                  label={t('nameZh')}
                  aria-label={`${label}: ${t('nameZh')}`}
                  value={draft.nameZh}
                  maxLength={300}
                  onChange={(event) => change(draft.key, { nameZh: event.currentTarget.value })}
                />
                <ActionIcon
                  aria-label={`${label}: ${t('checklist:moveUp')}`}
                  disabled={index === 0}
                  onClick={() => move(index, -1)}
                >
                  <IconArrowUp size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={`${label}: ${t('checklist:moveDown')}`}
                  disabled={index === drafts.length - 1}
                  onClick={() => move(index, 1)}
                >
                  <IconArrowDown size={15} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('checklist:removePoint', { name: draft.nameEn || draft.nameZh })}
                  onClick={() => setDrafts((before) => before.filter(({ key }) => key !== draft.key))}
                >
                  <IconX size={15} aria-hidden />
                </ActionIcon>
              </Group>
              <Group gap="xs" align="flex-end">
                <Select
                  w={170}
                  aria-label={`${label}: ${t('details')}`}
                  data={CHECKLIST_SECTIONS.map((value) => ({ value, label: t(`checklist:section.${value}`) }))}
                  value={draft.section}
                  onChange={(value) => {
                    const chosen = CHECKLIST_SECTIONS.find((one) => one === value);
                    if (chosen !== undefined) change(draft.key, { section: chosen });
                  }}
                />
                <Select
                  w={130}
                  aria-label={`${label}: ${t('checklist:result')}`}
                  data={POINT_KINDS.map((value) => ({ value, label: t(`checklist:kind.${value}`) }))}
                  value={draft.kind}
                  onChange={(value) => {
                    const kind = POINT_KINDS.find((one) => one === value);
                    if (kind === undefined) return;
                    const choices = kind === 'choice' && draft.choices.length < 2 ? [...GRADES] : draft.choices;
                    change(draft.key, { kind, choices });
                  }}
                />
                {draft.kind === 'reading' ? (
                  <>
                    <TextInput
                      w={84}
                      aria-label={`${label}: ${t('checklist:lower')}`}
                      placeholder={t('checklist:lower')}
                      value={draft.lower}
                      onChange={(event) => change(draft.key, { lower: event.currentTarget.value })}
                    />
                    <TextInput
                      w={84}
                      aria-label={`${label}: ${t('checklist:upper')}`}
                      placeholder={t('checklist:upper')}
                      value={draft.upper}
                      onChange={(event) => change(draft.key, { upper: event.currentTarget.value })}
                    />
                    <TextInput
                      w={72}
                      aria-label={`${label}: ${t('checklist:unit')}`}
                      placeholder={t('checklist:unit')}
                      value={draft.unit}
                      maxLength={20}
                      onChange={(event) => change(draft.key, { unit: event.currentTarget.value })}
                    />
                  </>
                ) : draft.kind === 'choice' ? (
                  <span className="hj-quiet">{t('checklist:gradesHint')}</span>
                ) : null}
                <NumberInput
                  w={96}
                  aria-label={`${label}: ${t('checklist:weight')}`}
                  leftSection={<span className="hj-unit">×</span>}
                  min={1}
                  max={10}
                  allowDecimal={false}
                  clampBehavior="strict"
                  value={draft.weight}
                  onChange={(value) => (typeof value === 'number' ? change(draft.key, { weight: value }) : undefined)}
                />
                <Checkbox
                  label={t('checklist:critical')}
                  checked={draft.isCritical}
                  onChange={(event) => change(draft.key, { isCritical: event.currentTarget.checked })}
                />
              </Group>
              {problem === null ? null : (
                <span role="alert" style={{ color: 'var(--hj-bad)', fontSize: 12 }}>
                  {problem === 'limits'
                    ? t('refusal:rule.limitsCrossed')
                    : problem === 'name'
                      ? t('refusal:rule.nameRequired')
                      : problemText({ code: 'number', text: problem }, t)}
                </span>
              )}
            </Stack>
          );
        })}
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setDrafts((before) => [...before, newDraft(section)])}
        >
          {t('checklist:addPoint')}
        </Button>
      </Stack>
    </SideDrawer>
  );
}

function draftOf(point: ChecklistPoint): Draft {
  return { ...inputOfPoint(point), key: point.id, lower: point.lower ?? '', upper: point.upper ?? '' };
}

function inputOfPoint({ originId: _, ...point }: ChecklistPoint) {
  return { ...point, choices: [...point.choices] };
}

function newDraft(section: ChecklistSection): Draft {
  return {
    key: crypto.randomUUID(),
    id: null,
    section,
    nameEn: '',
    nameZh: '',
    kind: 'passFail',
    unit: '',
    lower: '',
    upper: '',
    choices: [],
    weight: 1,
    isCritical: false,
  };
}

/** "name", "limits", or the text that is no number; null when nothing is wrong. */
function problemOf({ kind, nameEn, nameZh, lower, upper }: Draft): string | null {
  if (nameEn.trim() === '' && nameZh.trim() === '') return 'name';
  if (kind !== 'reading') return null;
  const [from, to] = [parseLimit(lower), parseLimit(upper)];
  if (!from.ok) return lower;
  if (!to.ok) return upper;
  return from.value !== null && to.value !== null && Number(from.value) > Number(to.value) ? 'limits' : null;
}

function inputOf({ key: _, lower, upper, ...draft }: Draft): ChecklistPointInput {
  const [from, to] = [parseLimit(lower), parseLimit(upper)];
  return { ...draft, lower: from.ok ? from.value : null, upper: to.ok ? to.value : null };
}
