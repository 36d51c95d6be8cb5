import { Group, Select, Stack } from '@mantine/core';
import type { InspectionDetails, InspectionFields } from '../../../shared/contract/inspections.ts';
import { CLASS_LIMITS } from '../../../shared/domain/aql/plan.ts';
import { INSPECTION_LEVELS } from '../../../shared/domain/aql/tables.ts';
import { useText } from '../../i18n/use-text.ts';
import { DateField } from '../../ui/date-field.tsx';
import { SavedField } from '../../ui/saved-field.tsx';
import { ItemSelect } from '../samples/new-round-drawer.tsx';
import { parsePieces, parseText } from '../samples/sample-drawer.tsx';
import { useSaveInspection } from './mutations.ts';
import { VisitAdvice } from './visit-advice.tsx';

/** What is planned and what was done; every field saves itself and the plan follows at once. */
export function PlanForm({ details, readOnly }: { readonly details: InspectionDetails; readonly readOnly: boolean }) {
  const { inspection } = details;
  const { t } = useText();
  const { save: send } = useSaveInspection(inspection.id);
  const save = (changes: Partial<InspectionFields>) => send({ kind: 'fields', changes });
  const quietly = (changes: Partial<InspectionFields>) => void save(changes).catch(() => undefined);
  const text = (field: 'title' | 'batch' | 'place' | 'inspector', most: number) => (
    <SavedField
      label={t(`inspections:field.${field}`)}
      value={inspection[field]}
      text={(value) => value}
      parse={(value) => parseText(value.trim(), most)}
      onSave={(value) => save({ [field]: value })}
      readOnly={readOnly}
    />
  );
  const pieces = (field: 'orderQuantity' | 'lotSize' | 'inspectedQuantity', label: string, description?: string) => (
    <SavedField
      label={label}
      {...(description === undefined ? {} : { description })}
      value={inspection[field]}
      text={(value) => (value === null ? '' : String(value))}
      parse={parsePieces}
      onSave={(value) => save({ [field]: value })}
      align="right"
      readOnly={readOnly}
    />
  );
  const limit = (field: 'aqlCritical' | 'aqlMajor' | 'aqlMinor', name: 'critical' | 'major' | 'minor') => (
    <Select
      label={`${t('inspections:field.aql')} ${t(`inspections:class.${name}`)}`}
      data={[...CLASS_LIMITS]}
      value={inspection[field]}
      readOnly={readOnly}
      onChange={(value) => {
        const chosen = CLASS_LIMITS.find((one) => one === value);
        if (chosen !== undefined) quietly({ [field]: chosen });
      }}
    />
  );
  const isGoods = inspection.kind === 'preShipment';
  return (
    <Stack gap="md" maw={860}>
      {isGoods ? (
        <>
          <Group grow align="flex-end">
            {pieces('orderQuantity', t('inspections:field.orderQuantity'))}
            {pieces('lotSize', t('inspections:field.lotSize'), t('inspections:field.lotSizeHint'))}
            {pieces('inspectedQuantity', t('inspections:field.inspected'))}
          </Group>
          <Group grow align="flex-start">
            <Select
              label={t('inspections:field.level')}
              data={[...INSPECTION_LEVELS]}
              value={inspection.level}
              readOnly={readOnly}
              onChange={(value) => {
                const level = INSPECTION_LEVELS.find((one) => one === value);
                if (level !== undefined) quietly({ level });
              }}
            />
            {limit('aqlCritical', 'critical')}
            {limit('aqlMajor', 'major')}
            {limit('aqlMinor', 'minor')}
          </Group>
        </>
      ) : null}
      <Group grow align="flex-start">
        <DateField
          label={t('inspections:field.plannedOn')}
          value={inspection.plannedOn}
          readOnly={readOnly}
          onChange={(plannedOn) => quietly({ plannedOn })}
        />
        <DateField
          label={t('inspections:field.doneOn')}
          value={inspection.doneOn}
          readOnly={readOnly}
          onChange={(doneOn) => quietly({ doneOn })}
        />
        {text('inspector', 300)}
      </Group>
      {readOnly || inspection.doneOn !== null ? null : (
        <VisitAdvice day={inspection.plannedOn} onTake={(plannedOn) => quietly({ plannedOn })} />
      )}
      <Group grow align="flex-start">
        {text('title', 300)}
        {text('place', 300)}
        {isGoods ? text('batch', 100) : null}
      </Group>
      {isGoods && inspection.projectId !== null ? (
        <ItemSelect
          projectId={inspection.projectId}
          value={inspection.itemId}
          readOnly={readOnly}
          onChange={(item) => quietly({ itemId: item?.id ?? null })}
        />
      ) : null}
      <SavedField
        label={t('inspections:field.notes')}
        value={inspection.notes}
        text={(value) => value}
        parse={(value) => parseText(value, 20_000)}
        onSave={(notes) => save({ notes })}
        lines={2}
        readOnly={readOnly}
      />
    </Stack>
  );
}
