import type { Download } from '../../shared/contract/reports.ts';

/** Hands a finished file to the browser to be saved. */
export function saveDownload({ url, fileName }: Pick<Download, 'url' | 'fileName'>): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
}
