import { readdirSync, readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../electron/browser/find-chromium.ts';
import type { PdfOptions } from '../../electron/core/host.ts';
import { type BrowserHost, startBrowserHost } from './browser-host.ts';

const chromium = findChromium({ env: process.env, platform: process.platform, prefer: 'playwright' });

describe.skipIf(chromium === null)('PDF of a page (skipped: no Chromium)', () => {
  let host: BrowserHost;
  const render = (path: string, options: Partial<PdfOptions> = {}): Promise<Uint8Array> => {
    const { renderPdf } = host.test.state.host;
    if (renderPdf === null) throw new Error('no PDF here');
    return renderPdf(path, { paper: 'A4', signal: new AbortController().signal, ...options });
  };

  beforeAll(async () => {
    host = await startBrowserHost({ chromium });
  });
  afterAll(async () => {
    await host.dispose();
    expect(browsersOfThisProcess()).toEqual([]);
  });

  it('waits until the page is ready; size, outline and structure are the page’s own', { timeout: 60_000 }, async () => {
    const pdf = await render('/print/ready');
    expect(Buffer.from(pdf).toString('latin1').slice(0, 5)).toBe('%PDF-');
    expect(pageCount(pdf)).toBe(3);
    const plain = plainText(pdf);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(plain) ?? [];
    // 100 mm x 50 mm in points, to whole pixels of the screen.
    expect(Number(width)).toBeCloseTo(283.5, -0.5);
    expect(Number(height)).toBeCloseTo(141.7, -0.5);
    expect(plain).toContain('/StructTreeRoot');
    expect(plain).toContain('/Outlines');
  });

  it('finds the program ready for the next print and only turns it to the page', { timeout: 60_000 }, async () => {
    await expect.poll(async () => pageCount(await render('/print/ready')), { timeout: 50_000 }).toBe(4);
  });

  it('says what is wrong with a page', async () => {
    await expect(render('/print/broken')).rejects.toThrow('the page could not be printed: no such report');
    await expect(render('/print/missing.js')).rejects.toThrow('the page could not be printed: status 404');
    await expect(render('//elsewhere.example/')).rejects.toThrow('only pages of the program');
  });

  it.each(['/print/never', '/print/hangs'])('%s is given up when told so, and the next one is made', async (path) => {
    const giveUp = new AbortController();
    const printing = render(path, { signal: giveUp.signal });
    // Asked for at the same time, made after it.
    const next = render('/print/ready');
    setTimeout(() => giveUp.abort(), 1_000);
    await expect(printing).rejects.toThrow('aborted');
    expect((await next).length).toBeGreaterThan(1_000);
  });
});

function pageCount(pdf: Uint8Array): number {
  return plainText(pdf).match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

function plainText(pdf: Uint8Array): string {
  const text = Buffer.from(pdf).toString('latin1');
  return `${text}${inflatedStreams(text)}`;
}

/** Object streams are compressed; what they hold is looked at as text. */
function inflatedStreams(pdf: string): string {
  return [...pdf.matchAll(/stream\r?\n([\s\S]*?)endstream/g)]
    .map(([, data = '']) => {
      try {
        return inflateSync(Buffer.from(data, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** Command lines of browsers whose profile this process made; only Linux tells. */
function browsersOfThisProcess(): string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => parentOf(pid) === process.pid)
    .map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
    .filter((line) => line.includes('hangjia-pdf-'));
}

function parentOf(pid: string): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
}
