import { Menu, Portal } from '@mantine/core';
import type { ContextMenuComponentProps, ContextMenuItem } from 'react-datasheet-grid';
import { type Translate, useText } from '../../i18n/use-text.ts';

/** The grid's menu of the right mouse button, in the looks and language of the program. */
export function ContextMenu({ clientX, clientY, items, close }: ContextMenuComponentProps) {
  const { t } = useText();
  return (
    <Portal>
      <Menu opened onClose={close} position="bottom-start" closeOnItemClick trapFocus={false}>
        <Menu.Target>
          <span style={{ position: 'fixed', left: clientX, top: clientY }} />
        </Menu.Target>
        <Menu.Dropdown>
          {items.map((item) => (
            <Menu.Item key={item.type} onClick={item.action}>
              {itemText(item, t)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Portal>
  );
}

function itemText(item: ContextMenuItem, t: Translate): string {
  switch (item.type) {
    case 'COPY':
      return t('grid.copy');
    case 'CUT':
      return t('grid.cut');
    case 'PASTE':
      return t('grid.paste');
    case 'INSERT_ROW_BELLOW':
      return t('grid.insertRow');
    case 'DUPLICATE_ROW':
    case 'DUPLICATE_ROWS':
      return t('grid.duplicateRow');
    case 'DELETE_ROW':
      return t('grid.deleteRow');
    case 'DELETE_ROWS':
      return t('grid.deleteRows');
  }
}
