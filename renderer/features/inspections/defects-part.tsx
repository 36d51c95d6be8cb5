import { ActionIcon, Button, Group, NumberInput, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { InspectionDetails } from '../../../shared/contract/inspections.ts';
import { DEFECT_CLASSES } from '../../../shared/domain/aql/plan.ts';
import { useText } from '../../i18n/use-text.ts';
import { AttachmentPanel } from '../attachments/attachment-panel.tsx';
import type { DefectInput, DefectsChange } from './mutations.ts';

/** Defects by class with counts, words and photos; each change saves the set. */
export function DefectsPart(props: {
  readonly details: InspectionDetails;
  readonly readOnly: boolean;
  readonly onSave: (change: DefectsChange) => Promise<unknown>;
}) {
  const { details, readOnly, onSave } = props;
  const { defects } = details;
  const { t } = useText();
  const save = (change: DefectsChange) => void onSave(change).catch(() => undefined);
  const change = (id: string, changes: Partial<DefectInput>) =>
    save((stored) => stored.map((defect) => (defect.id === id ? { ...defect, ...changes } : defect)));
  return (
    <Stack gap="lg" maw={900}>
      {defects.length === 0 ? <Text c="dimmed">{t('inspections:defect.empty')}</Text> : null}
      {defects.map((defect, index) => {
        const label = t('inspections:defect.of', { number: index + 1 });
        return (
          <section key={defect.id} aria-label={label}>
            <Group gap="xs" wrap="nowrap" align="flex-end" mb={6}>
              <Select
                w={130}
                aria-label={`${label}: ${t('inspections:defect.class')}`}
                data={DEFECT_CLASSES.map((value) => ({ value, label: t(`inspections:class.${value}`) }))}
                value={defect.class}
                readOnly={readOnly}
                onChange={(value) => {
                  const chosen = DEFECT_CLASSES.find((one) => one === value);
                  if (chosen !== undefined) change(defect.id, { class: chosen });
                }}
              />
              <CountField
                label={`${label}: ${t('inspections:defect.count')}`}
                value={defect.count}
                readOnly={readOnly}
                onSave={(count) => change(defect.id, { count })}
              />
              <DescriptionField
                label={`${label}: ${t('inspections:defect.description')}`}
                value={defect.description}
                readOnly={readOnly}
                onSave={(description) => change(defect.id, { description })}
              />
              {readOnly ? null : (
                <ActionIcon
                  aria-label={`${label}: ${t('inspections:defect.remove')}`}
                  onClick={() => save((stored) => stored.filter(({ id }) => id !== defect.id))}
                >
                  <IconX size={15} aria-hidden />
                </ActionIcon>
              )}
            </Group>
            <AttachmentPanel
              owner={{ ownerKind: 'inspectionDefect', ownerId: defect.id }}
              readOnly={readOnly}
              label={`${label}: ${t('inspections:defect.photos')}`}
            />
          </section>
        );
      })}
      {readOnly ? null : (
        <Group>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => save((stored) => [...stored, { id: null, class: 'major', count: 1, description: '' }])}
          >
            {t('inspections:defect.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function CountField(props: {
  readonly label: string;
  readonly value: number;
  readonly readOnly: boolean;
  readonly onSave: (count: number) => void;
}) {
  const { label, value, readOnly, onSave } = props;
  const [typed, setTyped] = useState<number | null>(null);
  return (
    <NumberInput
      w={84}
      aria-label={label}
      min={0}
      max={1_000_000}
      allowDecimal={false}
      allowNegative={false}
      readOnly={readOnly}
      styles={{ input: { textAlign: 'right' } }}
      value={typed ?? value}
      onChange={(next) => setTyped(typeof next === 'number' ? next : null)}
      onBlur={() => {
        if (typed !== null && typed !== value) onSave(typed);
        setTyped(null);
      }}
    />
  );
}

function DescriptionField(props: {
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly onSave: (text: string) => void;
}) {
  const { label, value, readOnly, onSave } = props;
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextInput
      flex={1}
      aria-label={label}
      maxLength={2_000}
      readOnly={readOnly}
      value={typed ?? value}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && typed !== value) onSave(typed);
        setTyped(null);
      }}
    />
  );
}
