import { Button, Popover, Stack, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { QUOTE_LINE_STATES } from '../../../shared/domain/quotes/line-state.ts';
import { type Translate, useText } from '../../i18n/use-text.ts';
import { useName } from '../../ui/bilingual-name.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FilterMenu } from '../../ui/filter-menu.tsx';
import type { FilterChip } from '../../ui/table-toolbar.tsx';
import { useQuoteLineChoices } from './queries.ts';
import type { QuoteLineSearch } from './routes.tsx';

type Filters = Pick<QuoteLineSearch, 'projects' | 'suppliers' | 'currencies' | 'states' | 'channels' | 'from' | 'to'>;

interface Props {
  readonly filters: Filters;
  readonly onChange: (change: Partial<Filters>) => void;
}

/** What the list of all quoted prices can be narrowed down by. */
export function LineFilters({ filters, onChange }: Props) {
  const { t } = useText();
  const name = useName();
  const choices = useQuoteLineChoices().data;
  return (
    <>
      <FilterMenu
        label={t('quoteLines:filter.project')}
        options={(choices?.projects ?? []).map((project) => ({ value: project.id, label: name(project) }))}
        selected={filters.projects}
        onChange={(projects) => onChange({ projects })}
      />
      <FilterMenu
        label={t('quoteLines:filter.supplier')}
        options={(choices?.suppliers ?? []).map((supplier) => ({ value: supplier.id, label: name(supplier) }))}
        selected={filters.suppliers}
        onChange={(suppliers) => onChange({ suppliers })}
      />
      <FilterMenu
        label={t('quoteLines:filter.state')}
        options={QUOTE_LINE_STATES.map((state) => ({ value: state, label: t(`quoteLines:state.${state}`) }))}
        selected={filters.states}
        onChange={(states) => onChange({ states })}
      />
      <FilterMenu
        label={t('quoteLines:filter.currency')}
        options={(choices?.currencies ?? []).map((currency) => ({ value: currency, label: currency }))}
        selected={filters.currencies}
        onChange={(currencies) => onChange({ currencies })}
      />
      <FilterMenu
        label={t('quoteLines:filter.channel')}
        options={(choices?.channels ?? []).map((channel) => ({ value: channel, label: channelText(channel, t) }))}
        selected={filters.channels}
        onChange={(channels) => onChange({ channels })}
      />
      <ReceivedFilter filters={filters} onChange={onChange} />
    </>
  );
}

function ReceivedFilter({ filters, onChange }: Props) {
  const { t } = useText();
  const { from, to } = filters;
  const isCrossed = from !== undefined && to !== undefined && from > to;
  return (
    <Popover position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" rightSection={<IconChevronDown size={13} aria-hidden />}>
          {t('quoteLines:filter.received')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8} w={200}>
          <DateField
            label={t('quoteLines:filter.from')}
            value={from ?? null}
            onChange={(date) => onChange({ from: date ?? undefined })}
          />
          <DateField
            label={t('quoteLines:filter.to')}
            value={to ?? null}
            onChange={(date) => onChange({ to: date ?? undefined })}
          />
          {isCrossed ? (
            <Text size="xs" c="var(--hj-warning)">
              {t('quoteLines:filter.crossed')}
            </Text>
          ) : null}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** The filters in force, in words. */
export function useLineChips({ filters, onChange }: Props): FilterChip[] {
  const { t } = useText();
  const name = useName();
  const choices = useQuoteLineChoices().data;
  const { from, to } = filters;
  const named = (list: readonly { id: string; nameEn: string; nameZh: string }[] | undefined, id: string) => {
    const found = list?.find((one) => one.id === id);
    return found === undefined ? '…' : name(found);
  };
  const without = <Value,>(list: readonly Value[], gone: Value) => list.filter((one) => one !== gone);
  return [
    ...filters.projects.map((id) => ({
      id,
      label: t('quoteLines:chip.project', { name: named(choices?.projects, id) }),
      onRemove: () => onChange({ projects: without(filters.projects, id) }),
    })),
    ...filters.suppliers.map((id) => ({
      id,
      label: t('quoteLines:chip.supplier', { name: named(choices?.suppliers, id) }),
      onRemove: () => onChange({ suppliers: without(filters.suppliers, id) }),
    })),
    ...filters.states.map((state) => ({
      id: state,
      label: t('quoteLines:chip.state', { name: t(`quoteLines:state.${state}`) }),
      onRemove: () => onChange({ states: without(filters.states, state) }),
    })),
    ...filters.currencies.map((currency) => ({
      id: currency,
      label: t('quoteLines:chip.currency', { name: currency }),
      onRemove: () => onChange({ currencies: without(filters.currencies, currency) }),
    })),
    ...filters.channels.map((channel) => ({
      id: `channel-${channel}`,
      label: t('quoteLines:chip.channel', { name: channelText(channel, t) }),
      onRemove: () => onChange({ channels: without(filters.channels, channel) }),
    })),
    ...(from === undefined
      ? []
      : [
          {
            id: 'from',
            label: t('quoteLines:chip.from', { date: from }),
            onRemove: () => onChange({ from: undefined }),
          },
        ]),
    ...(to === undefined
      ? []
      : [{ id: 'to', label: t('quoteLines:chip.to', { date: to }), onRemove: () => onChange({ to: undefined }) }]),
  ];
}

function channelText(channel: QuoteLineSearch['channels'][number], t: Translate): string {
  return channel === 'unknown' ? t('quoteLines:channelUnknown') : t(`quote:channel.${channel}`);
}
