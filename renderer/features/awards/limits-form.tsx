import {
  ActionIcon,
  Button,
  Checkbox,
  MultiSelect,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Switch,
  Text,
} from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { AWARD_BASES } from '../../../shared/domain/awards/award.ts';
import { SCENARIO_KINDS } from '../../../shared/domain/awards/types.ts';
import { useText } from '../../i18n/use-text.ts';
import classes from './awards.module.css';
import type { LimitsDraft } from './limits-draft.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What an award has to keep to. MOQ, multiples, price breaks and minimum values of the quotes hold by themselves. */
export function LimitsForm(props: {
  readonly draft: LimitsDraft;
  readonly onChange: (draft: LimitsDraft) => void;
  readonly suppliers: readonly Choice[];
  readonly items: readonly Choice[];
  readonly currency: string;
}) {
  const { draft, onChange, suppliers, items, currency } = props;
  const { t } = useText();
  const set = (changes: Partial<LimitsDraft>) => onChange({ ...draft, ...changes });
  const isSplit = draft.kind === 'split';
  const figure = (key: 'maxSuppliers' | 'minSuppliers' | 'maxSharePercent' | 'maxLeadTime') => ({
    value: draft[key] ?? '',
    onChange: (value: number | string) => set({ [key]: typeof value === 'number' ? value : null }),
    hideControls: true,
  });
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('awards:limits.kind')}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        data={SCENARIO_KINDS.map((value) => ({ value, label: t(`award:kind.${value}`) }))}
        fullWidth
      />
      {isSplit ? (
        <>
          <NumberInput
            label={t('awards:limits.maxSuppliers')}
            min={1}
            max={500}
            allowDecimal={false}
            {...figure('maxSuppliers')}
          />
          <NumberInput
            label={t('awards:limits.minSuppliers')}
            min={1}
            max={500}
            allowDecimal={false}
            {...figure('minSuppliers')}
          />
          <NumberInput
            label={t('awards:limits.maxShare')}
            min={1}
            max={100}
            decimalScale={2}
            {...figure('maxSharePercent')}
          />
        </>
      ) : null}
      <NumberInput
        label={t('awards:limits.maxLeadTime')}
        description={draft.maxLeadTime === null ? undefined : t('awards:limits.maxLeadTimeHint')}
        min={0}
        max={3650}
        allowDecimal={false}
        {...figure('maxLeadTime')}
      />
      {isSplit ? (
        <>
          <MultiSelect
            label={t('awards:limits.twoSources')}
            data={[...items]}
            value={[...draft.twoSources]}
            onChange={(twoSources) => set({ twoSources })}
            disabled={draft.twoSourcesAll}
            searchable
            clearable
          />
          <Checkbox
            label={t('awards:limits.everyItem')}
            checked={draft.twoSourcesAll}
            onChange={(event) => set({ twoSourcesAll: event.currentTarget.checked })}
          />
          <Switch
            label={t('awards:limits.divide')}
            description={t('awards:limits.divideHint')}
            checked={draft.divide}
            onChange={(event) => set({ divide: event.currentTarget.checked })}
          />
        </>
      ) : null}
      <Switch
        label={t('awards:limits.buyUp')}
        checked={draft.buyUp}
        onChange={(event) => set({ buyUp: event.currentTarget.checked })}
      />
      <MultiSelect
        label={t('awards:limits.excluded')}
        data={[...suppliers]}
        value={[...draft.excluded]}
        onChange={(excluded) => set({ excluded })}
        searchable
        clearable
      />
      <MultiSelect
        label={t('awards:limits.pinned')}
        data={[...suppliers]}
        value={[...draft.pinned]}
        onChange={(pinned) => set({ pinned })}
        searchable
        clearable
      />
      <Pins draft={draft} set={set} suppliers={suppliers} items={items} />
      <Capacities draft={draft} set={set} suppliers={suppliers} currency={currency} />
      <Select
        label={t('awards:limits.incumbent')}
        description={t('awards:limits.incumbentHint')}
        data={[...suppliers]}
        value={draft.incumbentId}
        onChange={(incumbentId) => set({ incumbentId })}
        searchable
        clearable
      />
      <Select
        label={t('awards:limits.basis')}
        description={t('awards:limits.basisHint')}
        data={AWARD_BASES.map((value) => ({ value, label: t(`comparison:basis.${value}`) }))}
        value={draft.basis}
        onChange={(value) => set({ basis: AWARD_BASES.find((basis) => basis === value) ?? draft.basis })}
        allowDeselect={false}
      />
      <NumberInput
        label={t('awards:limits.time')}
        min={1}
        max={600}
        allowDecimal={false}
        value={draft.seconds}
        onChange={(value) => set({ seconds: typeof value === 'number' && value >= 1 ? value : draft.seconds })}
        hideControls
      />
    </Stack>
  );
}

interface PartProps {
  readonly draft: LimitsDraft;
  readonly set: (changes: Partial<LimitsDraft>) => void;
  readonly suppliers: readonly Choice[];
}

function Pins({ draft, set, suppliers, items }: PartProps & { readonly items: readonly Choice[] }) {
  const { t } = useText();
  const change = (index: number, changes: Partial<LimitsDraft['pins'][number]>) =>
    set({ pins: draft.pins.map((pin, at) => (at === index ? { ...pin, ...changes } : pin)) });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('awards:limits.pins')}
      </Text>
      {draft.pins.map((pin, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <div key={index} className={classes.row}>
          <Select
            aria-label={t('awards:limits.pinItem')}
            placeholder={t('awards:limits.pinItem')}
            data={[...items]}
            value={pin.itemId}
            onChange={(itemId) => change(index, { itemId })}
            searchable
          />
          <Select
            aria-label={t('awards:limits.pinSupplier')}
            placeholder={t('awards:limits.pinSupplier')}
            data={[...suppliers]}
            value={pin.supplierId}
            onChange={(supplierId) => change(index, { supplierId })}
            searchable
          />
          <ActionIcon
            aria-label={t('awards:limits.removePin', { number: index + 1 })}
            onClick={() => set({ pins: draft.pins.filter((_, at) => at !== index) })}
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => set({ pins: [...draft.pins, { supplierId: null, itemId: null }] })}
      >
        {t('awards:limits.addPin')}
      </Button>
    </Stack>
  );
}

function Capacities({ draft, set, suppliers, currency }: PartProps & { readonly currency: string }) {
  const { t } = useText();
  const change = (index: number, changes: Partial<LimitsDraft['capacities'][number]>) =>
    set({ capacities: draft.capacities.map((one, at) => (at === index ? { ...one, ...changes } : one)) });
  return (
    <Stack gap={6}>
      <Text size="sm" fw={500}>
        {t('awards:limits.capacities')}
      </Text>
      {draft.capacities.map((capacity, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
        <Stack key={index} gap={4}>
          <div className={classes.row}>
            <Select
              aria-label={t('awards:limits.capacityOf')}
              placeholder={t('awards:limits.capacityOf')}
              data={[...suppliers]}
              value={capacity.supplierId}
              onChange={(supplierId) => change(index, { supplierId })}
              searchable
            />
            <ActionIcon
              aria-label={t('awards:limits.removeCapacity', { number: index + 1 })}
              onClick={() => set({ capacities: draft.capacities.filter((_, at) => at !== index) })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </div>
          <div className={classes.row}>
            <NumberInput
              aria-label={t('awards:limits.capacityFigure')}
              placeholder={t('awards:limits.capacityFigure')}
              min={0}
              decimalScale={capacity.kind === 'value' ? 2 : 4}
              thousandSeparator=","
              value={capacity.figure ?? ''}
              onChange={(value) => change(index, { figure: typeof value === 'number' ? value : null })}
              suffix={capacity.kind === 'value' ? ` ${currency}` : ''}
              hideControls
            />
            <SegmentedControl
              aria-label={t('awards:limits.capacityKind')}
              size="xs"
              value={capacity.kind}
              onChange={(kind) => change(index, { kind })}
              data={[
                { value: 'value', label: t('awards:limits.kindValue') },
                { value: 'quantity', label: t('awards:limits.kindQuantity') },
              ]}
            />
          </div>
        </Stack>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => set({ capacities: [...draft.capacities, { supplierId: null, kind: 'value', figure: null }] })}
      >
        {t('awards:limits.addCapacity')}
      </Button>
    </Stack>
  );
}
