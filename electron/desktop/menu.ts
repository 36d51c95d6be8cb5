import { BrowserWindow, type ContextMenuParams, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

/**
 * The application menu. Undo and redo are missing on purpose: they are the program's own (Ctrl+Z takes back actions, not
 * only typing) and live in the page.
 */
export function setApplicationMenu(words: Words, isDevelopment: boolean): void {
  const isMac = process.platform === 'darwin';
  const file: MenuItemConstructorOptions[] = [
    { label: words.print, accelerator: 'CmdOrCtrl+P', click: printFocusedPage },
    { type: 'separator' },
    isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
  ];
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    // The same key without Shift, on keyboards that have the plus above the equals sign.
    { role: 'zoomIn', label: words.zoomIn, accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut', label: words.zoomOut },
    { type: 'separator' },
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
  if (isDevelopment) view.push({ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(isMac ? [programMenu(words)] : []),
      { label: words.file, submenu: file },
      { label: words.edit, submenu: editing(words) },
      { label: words.view, submenu: view },
    ]),
  );
}

/** What a right click offers: what can be done with the text under it, if anything. */
export function showContextMenu(words: Words, { isEditable, selectionText, editFlags }: ContextMenuParams): void {
  const items = isEditable
    ? editing(words).map((item) => ({ ...item, enabled: isPossible(item, editFlags) }))
    : selectionText.trim() === ''
      ? []
      : editing(words).filter(({ role }) => role === 'copy');
  if (items.length > 0) Menu.buildFromTemplate(items).popup();
}

function editing(words: Words): MenuItemConstructorOptions[] {
  return [
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

function isPossible({ role }: MenuItemConstructorOptions, flags: ContextMenuParams['editFlags']): boolean {
  if (role === 'cut') return flags.canCut;
  if (role === 'copy') return flags.canCopy;
  return role === 'paste' ? flags.canPaste : flags.canSelectAll;
}

/** A page that prints in a way of its own takes the key before the menu does. */
function printFocusedPage(): void {
  BrowserWindow.getFocusedWindow()?.webContents.print({ printBackground: true });
}

/** macOS wants the program's own menu first. */
function programMenu(words: Words): MenuItemConstructorOptions {
  return {
    label: 'Hangjia',
    submenu: [
      { role: 'about', label: words.about },
      { type: 'separator' },
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      { type: 'separator' },
      { role: 'quit', label: words.quit },
    ],
  };
}
