import { BrowserWindow, dialog } from 'electron';

/** The system's folder dialog over the window in front; null when cancelled. */
export async function pickFolder(): Promise<string | null> {
  const options = { properties: ['openDirectory' as const, 'createDirectory' as const] };
  const parent = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    parent === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(parent, options);
  return canceled ? null : (filePaths[0] ?? null);
}
