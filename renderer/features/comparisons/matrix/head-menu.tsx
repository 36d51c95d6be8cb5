import { ActionIcon, Menu } from '@mantine/core';
import { IconArrowsDiff, IconDots, IconFileText, IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComparedQuote } from '../../../../shared/domain/comparison/types.ts';
import classes from './matrix.module.css';
import type { Words } from './words.ts';

/** Where a quote's column leads: the quote, its rounds, and why it differs from the lowest. */
export function HeadMenu(props: {
  readonly compared: ComparedQuote;
  /** The lowest of the ranked; null when there is none. */
  readonly lowest: ComparedQuote | null;
  readonly name: string;
  readonly projectId: string;
  readonly words: Words;
}) {
  const { compared, lowest, name, projectId, words } = props;
  const { t } = words;
  const { quote } = compared;
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        {/* The grid is one stop of the keyboard; the same views stand above it as links. */}
        <ActionIcon
          size="xs"
          variant="subtle"
          color="gray"
          tabIndex={-1}
          className={classes.headMenu}
          aria-label={t('comparisons:headMenu.label', { name })}
        >
          <IconDots size={14} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconFileText size={14} aria-hidden />}
          renderRoot={(root) => (
            <Link {...root} to="/projects/$projectId/quotes/$quoteId" params={{ projectId, quoteId: quote.id }} />
          )}
        >
          {t('comparisons:headMenu.quote')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconHistory size={14} aria-hidden />}
          renderRoot={(root) => (
            <Link
              {...root}
              to="/projects/$projectId/compare"
              params={{ projectId }}
              search={(before) => ({ ...before, view: 'rounds', supplier: quote.supplierId })}
            />
          )}
        >
          {t('comparisons:headMenu.rounds')}
        </Menu.Item>
        {lowest === null || lowest === compared ? null : (
          <Menu.Item
            leftSection={<IconArrowsDiff size={14} aria-hidden />}
            renderRoot={(root) => (
              <Link
                {...root}
                to="/projects/$projectId/compare"
                params={{ projectId }}
                search={(before) => ({
                  ...before,
                  view: 'waterfall',
                  first: quote.supplierId,
                  second: lowest.quote.supplierId,
                })}
              />
            )}
          >
            {t('comparisons:headMenu.why')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
