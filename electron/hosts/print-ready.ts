/** True for an address within the program; nothing else is printed. */
export function isPagePath(path: string): boolean {
  return path.startsWith('/') && !path.startsWith('//');
}

/** The program started and showing nothing, to be turned to the page that is printed next. */
export const WAITING_PATH = '/print/waiting';

/**
 * Runs in the page: turns a program that waits for it to the page of this address, and says whether there was one. The
 * router hears of every address that is pushed.
 */
export function turnTo(path: string): string {
  return `document.documentElement?.dataset.printWaiting === 'true' && (history.pushState(null, '', ${JSON.stringify(path)}), true)`;
}

/** Runs in the page, which may not have its first element yet: the empty string once it is ready, else what is wrong. */
export const WAIT_UNTIL_READY = `new Promise((resolve) => {
  const status = performance.getEntriesByType('navigation')[0]?.responseStatus;
  if (status !== undefined && status !== 0 && status !== 200) return resolve('status ' + status);
  const look = () => {
    const { printError, printReady } = document.documentElement?.dataset ?? {};
    if (printError !== undefined) resolve(printError || 'unknown');
    else if (printReady === 'true') resolve('');
    else return;
    observer.disconnect();
  };
  const attributeFilter = ['data-print-ready', 'data-print-error'];
  const observer = new MutationObserver(look);
  observer.observe(document, { attributes: true, attributeFilter, subtree: true });
  look();
})`;
