import { Button, Menu } from '@mantine/core';
import {
  IconBookmark,
  IconCheck,
  IconChevronDown,
  IconDeviceFloppy,
  IconHome,
  IconPencil,
  IconPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { ListName, ListSettings, ListView } from '../../../shared/contract/list-views.ts';
import { useText } from '../../i18n/use-text.ts';
import { NameDialog } from '../../ui/name-dialog.tsx';
import { useReadOnly } from '../workspaces/queries.ts';
import classes from './list-views.module.css';
import { useCreateListView, useRemoveListView, useUpdateListView } from './mutations.ts';

interface Props {
  readonly list: ListName;
  readonly views: readonly ListView[];
  /** The view looked through now; null: none. */
  readonly current: ListView | null;
  /** What is looked at now. */
  readonly settings: ListSettings;
  /** Something was changed since the current view was kept. */
  readonly isChanged: boolean;
  readonly onShow: (view: ListView | null) => void;
  readonly onKept: (view: ListView) => void;
}

/** Changes between the views of a list and keeps what is looked at as one. */
export function ViewsMenu({ list, views, current, settings, isChanged, onShow, onKept }: Props) {
  const { t } = useText();
  const readOnly = useReadOnly();
  const create = useCreateListView();
  const update = useUpdateListView();
  const remove = useRemoveListView();
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const shown = current?.name ?? t('listViews:none');
  const label = isChanged ? t('listViews:changed', { name: shown }) : shown;
  const change = (changes: Partial<Pick<ListView, 'name' | 'settings' | 'isDefault'>>) => {
    if (current !== null) update.mutate({ id: current.id, revision: current.revision, changes });
  };
  const keep = (name: string) => {
    setNaming(null);
    if (naming === 'rename') change({ name });
    else create.mutate({ list, name, settings }, { onSuccess: onKept });
  };
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target>
          <Button
            variant="default"
            className={classes.button ?? ''}
            aria-label={t('listViews:menu', { name: label })}
            leftSection={<IconBookmark size={14} aria-hidden />}
            rightSection={<IconChevronDown size={13} aria-hidden />}
          >
            {label}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ViewItem name={t('listViews:none')} isCurrent={current === null} onClick={() => onShow(null)} />
          {views.map((view) => (
            <ViewItem
              key={view.id}
              name={view.name}
              isCurrent={view.id === current?.id}
              isDefault={view.isDefault}
              onClick={() => onShow(view)}
            />
          ))}
          {readOnly ? null : (
            <>
              <Menu.Divider />
              {current !== null && isChanged ? (
                <Menu.Item
                  leftSection={<IconDeviceFloppy size={15} aria-hidden />}
                  onClick={() => change({ settings })}
                >
                  {t('listViews:saveChanges', { name: current.name })}
                </Menu.Item>
              ) : null}
              <Menu.Item leftSection={<IconPlus size={15} aria-hidden />} onClick={() => setNaming('new')}>
                {t('listViews:keep')}
              </Menu.Item>
              {current === null ? null : (
                <>
                  <Menu.Item
                    leftSection={<IconHome size={15} aria-hidden />}
                    onClick={() => change({ isDefault: !current.isDefault })}
                  >
                    {current.isDefault ? t('listViews:notDefault') : t('listViews:makeDefault')}
                  </Menu.Item>
                  <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={() => setNaming('rename')}>
                    {t('listViews:rename')}
                  </Menu.Item>
                  <Menu.Item
                    color="red"
                    leftSection={<IconTrash size={15} aria-hidden />}
                    onClick={() => {
                      onShow(null);
                      remove(current);
                    }}
                  >
                    {t('listViews:delete')}
                  </Menu.Item>
                </>
              )}
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {naming === null ? null : (
        <NameDialog
          title={naming === 'rename' ? t('listViews:rename') : t('listViews:keepTitle')}
          start={naming === 'rename' ? (current?.name ?? '') : ''}
          placeholder={t('listViews:namePlaceholder')}
          taken={{
            names: views.filter((view) => naming === 'new' || view.id !== current?.id).map((view) => view.name),
            sentence: t('listViews:taken'),
          }}
          onSave={keep}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

function ViewItem(props: {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly isDefault?: boolean;
  readonly onClick: () => void;
}) {
  const { name, isCurrent, isDefault = false, onClick } = props;
  const { t } = useText();
  return (
    <Menu.Item
      onClick={onClick}
      aria-current={isCurrent || undefined}
      leftSection={<IconCheck size={15} aria-hidden visibility={isCurrent ? 'visible' : 'hidden'} />}
      rightSection={isDefault ? <span className="hj-quiet">{t('listViews:default')}</span> : null}
    >
      <span className={classes.name}>{name}</span>
    </Menu.Item>
  );
}
