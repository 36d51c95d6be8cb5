import { Button, Checkbox, Popover, ScrollArea, Stack, Text, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { formatCount } from '../i18n/format.ts';
import { useText } from '../i18n/use-text.ts';

export interface FilterOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count?: number;
}

/** Longer lists get a box to narrow them down. */
const SEARCHED_FROM = 12;
/** Nobody reads further down a list of boxes; what is chosen is always shown. */
const SHOWN_AT_MOST = 100;

/** A filter with several choices at once; what is chosen stands beside it as chips. */
export function FilterMenu<Value extends string>(props: {
  readonly label: string;
  readonly options: readonly FilterOption<Value>[];
  readonly selected: readonly Value[];
  readonly onChange: (selected: Value[]) => void;
}) {
  const { label, options, selected, onChange } = props;
  const { t } = useText();
  const [narrow, setNarrow] = useState('');
  const found = options.filter((option) => option.label.toLowerCase().includes(narrow.trim().toLowerCase()));
  const shown = found.filter((option, index) => index < SHOWN_AT_MOST || selected.includes(option.value));
  const toggle = (value: Value, on: boolean) =>
    onChange(options.map((option) => option.value).filter((one) => (one === value ? on : selected.includes(one))));
  return (
    <Popover position="bottom-start" trapFocus returnFocus onClose={() => setNarrow('')}>
      <Popover.Target>
        <Button
          variant="default"
          rightSection={<IconChevronDown size={13} aria-hidden />}
          disabled={options.length === 0}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {options.length < SEARCHED_FROM ? null : (
            <TextInput
              aria-label={t('searchIn', { what: label })}
              placeholder={t('search')}
              value={narrow}
              onChange={(event) => setNarrow(event.currentTarget.value)}
            />
          )}
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={7}>
              {shown.map((option) => (
                <Checkbox
                  key={option.value}
                  label={option.count === undefined ? option.label : `${option.label} (${formatCount(option.count)})`}
                  checked={selected.includes(option.value)}
                  onChange={(event) => toggle(option.value, event.currentTarget.checked)}
                />
              ))}
              {shown.length === found.length ? null : (
                <Text size="xs" c="dimmed">
                  {t('moreToNarrow', { count: found.length - shown.length })}
                </Text>
              )}
            </Stack>
          </ScrollArea.Autosize>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
