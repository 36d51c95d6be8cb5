import { isUserFilePath } from '../hosts/find-file.ts';

/** Where the renderer lives in Electron: a scheme of our own, so that no web page can share its origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'hangjia';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** True for a screen of the program, which may talk to the core. */
export function isOwnPage(address: string): boolean {
  const url = ownUrl(address);
  return url !== null && !isUserFilePath(url.pathname);
}

/** The path of a finished download or an attachment; null for any other address. */
export function userFilePath(address: string): string | null {
  const url = ownUrl(address);
  return url !== null && isUserFilePath(url.pathname) ? url.pathname : null;
}

/** True for what our own pages may save: files of the program, or what a page put together itself. */
export function isOwnDownload(address: string): boolean {
  return ownUrl(address) !== null || address.startsWith(`blob:${APP_ORIGIN}/`);
}

/** True for what may be handed to the system's browser; no other scheme is ever opened. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}

function ownUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST ? url : null;
}
