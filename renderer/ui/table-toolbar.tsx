import { ActionIcon, Checkbox, CloseButton, Popover, Stack, TextInput, Tooltip } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconColumns3, IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.ts';
import type { ChosenColumns } from './chosen-columns.ts';
import classes from './data-table.module.css';

/** A filter in force, in words ("Stage: Quotes"), and how to take it off. */
export interface FilterChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

interface Props {
  readonly label: string;
  readonly search: string | undefined;
  readonly onSearch: (search: string) => void;
  readonly chips: readonly FilterChip[];
  readonly filters: ReactNode;
  readonly lead?: ReactNode;
  readonly trail?: ReactNode;
  readonly columns: readonly { readonly id: string; readonly title: string; readonly always?: boolean }[];
  readonly chosen: ChosenColumns;
}

/** Search, filters and the choice of columns above a list. */
export function TableToolbar({ label, search, onSearch, chips, filters, lead, trail, columns, chosen }: Props) {
  const { t } = useText();
  return (
    <div className={classes.toolbar}>
      {lead}
      {search === undefined ? null : <SearchBox label={label} value={search} onChange={onSearch} />}
      {filters}
      {chips.map((chip) => (
        <span key={chip.id} className={classes.chip}>
          {chip.label}
          <CloseButton
            size={16}
            iconSize={12}
            aria-label={t('removeFilter', { name: chip.label })}
            onClick={chip.onRemove}
          />
        </span>
      ))}
      <span className={classes.spacer} />
      {trail}
      <Popover position="bottom-end">
        <Popover.Target>
          <Tooltip label={t('columns')}>
            <ActionIcon aria-label={t('columns')}>
              <IconColumns3 size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={6}>
            {columns.map((column) => (
              <Checkbox
                key={column.id}
                label={column.title}
                checked={chosen.isShown(column.id)}
                disabled={column.always === true}
                onChange={(event) => chosen.show(column.id, event.currentTarget.checked)}
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}

const SEARCH_PAUSE_MS = 200;

function SearchBox(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { label, value, onChange } = props;
  const { t } = useText();
  const [text, setText] = useState(value);
  const ask = useDebouncedCallback(onChange, SEARCH_PAUSE_MS);
  useEffect(() => setText(value), [value]);
  const change = (next: string) => {
    setText(next);
    ask(next);
  };
  return (
    <TextInput
      w={240}
      type="search"
      aria-label={t('searchIn', { what: label })}
      placeholder={t('search')}
      leftSection={<IconSearch size={14} aria-hidden />}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') {
          event.preventDefault();
          change('');
        }
      }}
    />
  );
}
