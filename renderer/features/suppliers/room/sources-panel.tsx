import { ActionIcon, Anchor, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SourcedItem } from '../../../../shared/contract/item-sources.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useName } from '../../../ui/bilingual-name.tsx';
import { ErrorState, LoadingForm } from '../../../ui/states.tsx';
import { StatusBadge } from '../../../ui/status-badge.tsx';
import { useReadOnly } from '../../workspaces/queries.ts';
import { useAddSource, useRemoveSource } from './mutations.ts';
import { useOpenSupplier } from './open-supplier.ts';
import { Panel, Quiet } from './panel.tsx';
import { AddButton } from './payees-panel.tsx';
import { useCandidateItems, useSourcedItems } from './queries.ts';
import { RecordDrawer } from './record-drawer.tsx';
import classes from './room.module.css';

/** Qualified sources that an item should have at least [seed: keep two to three]. */
const WANTED_SOURCES = 2;

/** What the supplier can supply, and who else could: one qualified source is a risk. */
export function SourcesPanel() {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const readOnly = useReadOnly();
  const items = useSourcedItems(supplier.id);
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('suppliers:section.sources')}
      action={readOnly ? null : <AddButton label={t('suppliers:addSource')} onClick={() => setAdding(true)} />}
    >
      {items.isError ? (
        <ErrorState error={items.error} retry={() => void items.refetch()} />
      ) : items.isPending ? (
        <LoadingForm fields={1} />
      ) : items.data.length === 0 ? (
        <Quiet>{t('suppliers:noSources')}</Quiet>
      ) : (
        <>
          <Quiet>{t('suppliers:alternatesHint')}</Quiet>
          <ul className={classes.list}>
            {items.data.map((item) => (
              <ItemSources key={item.itemId} item={item} />
            ))}
          </ul>
        </>
      )}
      {adding ? <AddSourceDrawer onClose={() => setAdding(false)} /> : null}
    </Panel>
  );
}

function ItemSources({ item }: { readonly item: SourcedItem }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const name = useName();
  const readOnly = useReadOnly();
  const remove = useRemoveSource();
  const { qualifiedCount } = item;
  const others = item.sources.filter((source) => source.supplierId !== supplier.id);
  const own = item.sources.find((source) => source.supplierId === supplier.id);
  const label =
    qualifiedCount === 0
      ? t('suppliers:noQualifiedSource')
      : qualifiedCount < WANTED_SOURCES
        ? t('suppliers:singleSource')
        : t('suppliers:qualifiedSources', { count: qualifiedCount });
  return (
    <li>
      <span className={classes.grow}>
        <Anchor component={Link} to={`/projects/${item.projectId}/quotes`}>
          {name(item)}
        </Anchor>
        <span className="hj-unit">{name({ nameEn: item.projectNameEn, nameZh: item.projectNameZh })}</span>
        <br />
        <span className="hj-quiet">
          {t('suppliers:otherSources')}: {others.length === 0 ? t('suppliers:noOthers') : others.map(name).join(', ')}
        </span>
      </span>
      <StatusBadge tone={qualifiedCount < WANTED_SOURCES ? 'warning' : 'good'} label={label} />
      {readOnly || own === undefined || own.sourceId === null ? null : (
        <ActionIcon
          size="sm"
          variant="subtle"
          aria-label={`${t('remove')}: ${name(item)}`}
          onClick={() =>
            remove({ supplierId: supplier.id, id: own.sourceId ?? '' }, t('deleted', { name: name(item) }))
          }
        >
          <IconX size={13} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function AddSourceDrawer({ onClose }: { readonly onClose: () => void }) {
  const { supplier } = useOpenSupplier();
  const { t } = useText();
  const name = useName();
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 150);
  const [itemId, setItemId] = useState<string | null>(null);
  const add = useAddSource();
  const found = useCandidateItems(supplier.id, wanted, true).data ?? [];
  return (
    <RecordDrawer
      title={t('suppliers:addSource')}
      onClose={onClose}
      isSaving={add.isPending}
      error={null}
      saveLabel={t('add')}
      onSave={() => {
        if (itemId !== null) add.mutate({ supplierId: supplier.id, itemId }, { onSuccess: onClose });
      }}
    >
      <Select
        label={t('suppliers:chooseItem')}
        placeholder={t('suppliers:chooseItemPlaceholder')}
        searchable
        filter={({ options }) => options}
        searchValue={search}
        onSearchChange={setSearch}
        nothingFoundMessage={t('nothingFound')}
        data={found.map((item) => ({
          value: item.itemId,
          label: `${name(item)} · ${name({ nameEn: item.projectNameEn, nameZh: item.projectNameZh })}`,
        }))}
        value={itemId}
        onChange={setItemId}
      />
    </RecordDrawer>
  );
}
