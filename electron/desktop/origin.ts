/** Where the renderer lives in Electron: a scheme of our own, so that no web page can share its origin. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'hangjia';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** True for an address of our own pages. */
export function isOwnAddress(address: string): boolean {
  return URL.canParse(address) && new URL(address).protocol === `${APP_SCHEME}:` && new URL(address).host === APP_HOST;
}
