import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useText } from '../../i18n/use-text.ts';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useItems } from '../items/queries.ts';
import { useOpenProject } from '../projects/open-project.ts';
import { useReadOnly } from '../workspaces/queries.ts';
import { AddQuoteDrawer } from './add-quote-drawer.tsx';
import { PriceGrid } from './price-grid.tsx';
import { useQuotes } from './queries.ts';
import { QuoteList } from './quote-list.tsx';
import classes from './quotes.module.css';
import { ViewSwitch } from './view-switch.tsx';

const route = getRouteApi('/workspace/projects/$projectId/quotes');

/** The quotes of a project: one row a supplier, or all unit prices at once. */
export function QuotesScreen() {
  const { t } = useText();
  const project = useOpenProject();
  const { view } = route.useSearch();
  const readOnly = useReadOnly();
  const items = useItems(project.id);
  const quotes = useQuotes(project.id);
  const [adding, setAdding] = useState(false);
  const failed = items.isError ? items : quotes.isError ? quotes : null;
  if (failed !== null) return <ErrorState error={failed.error} retry={() => void failed.refetch()} />;
  if (items.data === undefined || quotes.data === undefined) return <LoadingRows />;
  const onAdd = () => setAdding(true);
  const add = readOnly ? null : (
    <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={onAdd}>
      {t('quotes:add')}
    </Button>
  );
  return (
    <div className={classes.room}>
      {view === 'prices' ? (
        <>
          <Group className={classes.bar} justify="space-between">
            <ViewSwitch />
            {add}
          </Group>
          <PriceGrid project={project} items={items.data} quotes={quotes.data} onAdd={onAdd} />
        </>
      ) : (
        <QuoteList project={project} items={items.data} quotes={quotes.data} onAdd={onAdd} add={add} />
      )}
      {adding ? <AddQuoteDrawer project={project} quotes={quotes.data} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
