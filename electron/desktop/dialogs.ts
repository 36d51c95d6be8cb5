import { BrowserWindow, dialog, type MessageBoxOptions } from 'electron';
import type { Words } from './words.ts';

/** The system's folder dialog over the window in front; null when cancelled. */
export async function pickFolder(): Promise<string | null> {
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Tells about something that went wrong; does not wait for the answer. */
export function tell(window: BrowserWindow | null, title: string, detail: string): void {
  void show(window, { type: 'warning', message: title, detail });
}

/** True when the other workspace is to be opened in place of the one that is open. */
export async function confirmSwitch(window: BrowserWindow, words: Words, dir: string): Promise<boolean> {
  const buttons = [words.openInstead, words.cancel];
  const question: MessageBoxOptions = { type: 'question', message: words.otherWorkspaceIsOpen, detail: dir, buttons };
  return (await show(window, { ...question, defaultId: 0, cancelId: 1 })) === 0;
}

/** True when the page that is gone or hangs is to be loaded again. */
export async function offerReload(
  window: BrowserWindow,
  words: Words,
  why: 'pageGone' | 'pageHangs',
): Promise<boolean> {
  const buttons = [words.reload, why === 'pageGone' ? words.close : words.wait];
  return (await show(window, { type: 'error', message: words[why], buttons, defaultId: 0, cancelId: 1 })) === 0;
}

/** True when the page may go although it holds what is not saved. Waits, because the page does, too. */
export function confirmLeaving(window: BrowserWindow, words: Words): boolean {
  const buttons = [words.stay, words.closeAnyway];
  const question: MessageBoxOptions = { type: 'question', message: words.unsaved, buttons };
  return dialog.showMessageBoxSync(window, { ...question, defaultId: 0, cancelId: 0 }) === 1;
}

async function show(window: BrowserWindow | null, options: MessageBoxOptions): Promise<number> {
  const { response } =
    window === null ? await dialog.showMessageBox(options) : await dialog.showMessageBox(window, options);
  return response;
}
