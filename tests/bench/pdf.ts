import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import * as z from 'zod';
import { ChromiumPipe } from '../../electron/browser/chromium-pipe.ts';
import { startServer } from '../../electron/browser/server.ts';
import type { TestCore } from '../builders/test-core.ts';
import { foundChromium, launch } from './browser.ts';
import { haveComparisonProject, haveRates } from './comparison-project.ts';
import { type Result, sideBySide, timed } from './measure.ts';
import { letIn, serve } from './program.ts';
import { withCore } from './with-core.ts';

const RENDERER = fileURLToPath(new URL('../../out/renderer/', import.meta.url));
/** Makes a report of ten pages. */
const SIZE = { suppliers: 14, items: 44 };

const SETTLED_MS = 2_000;

/** A frozen report as the program makes a PDF of it, against the browser's bare print of the page it ends up with. */
export async function benchPdf(): Promise<Result[]> {
  return withCore(async (test) => {
    const reportId = await haveReport(test);
    const server = await startServer({
      core: test.core,
      rendererDir: RENDERER,
      chromium: foundChromium(),
      idle: null,
      control: null,
      development: null,
    });
    const path = `/print/reports/${reportId}`;
    const finished = join(test.root, 'finished.html');
    await writeFile(finished, await finishedPage(server.origin, server.mintLaunchUrl(null), path));
    const site = await serve([fileURLToPath(new URL('./bare-site.ts', import.meta.url)), dirname(finished), RENDERER]);
    const bare = new ChromiumPipe(foundChromium());
    try {
      const { renderPdf } = test.state.host;
      if (renderPdf === null) throw new Error('no PDF here');
      let pages = 0;
      const ours = async () => {
        const time = await timed(async () => {
          const pdf = await renderPdf(path, { paper: 'A4', signal: new AbortController().signal });
          pages = pageCount(pdf);
        });
        // The browser makes itself ready for the next print, which is not to fall into the time of the baseline.
        await setTimeout(SETTLED_MS);
        return time;
      };
      const baseline = () => timed(() => printBare(bare, `${site.url.origin}/finished.html`));
      await sideBySide(2, ours, baseline);
      const pair = await sideBySide(7, ours, baseline);
      return [
        {
          job: `PDF of a report of ${pages} pages, warm`,
          ours: pair.ours,
          unit: 'ms',
          baseline: { value: pair.baseline, what: 'bare print of the finished page' },
          bar: { kind: 'ratio', most: 1.5 },
        },
      ];
    } finally {
      await bare.kill();
      await site.stop();
      await server.close();
    }
  });
}

async function haveReport(test: TestCore): Promise<string> {
  await haveRates(test);
  const { projectId } = await haveComparisonProject(test, 'mixed', SIZE);
  const { id } = await test.call.reports.create({ projectId, language: 'en' });
  return id;
}

/** The page as it stands once it is ready to print, without the scripts that made it. */
async function finishedPage(origin: string, launchUrl: string, path: string): Promise<string> {
  const cookie = await letIn(new URL(launchUrl));
  const browser = await launch();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: origin, httpOnly: true, sameSite: 'Strict' }]);
    const page = await context.newPage();
    await page.goto(`${origin}${path}`);
    await page.waitForSelector('html[data-print-ready="true"]');
    return await page.evaluate(() => {
      for (const element of document.querySelectorAll('script, link[rel="modulepreload"]')) element.remove();
      return `<!doctype html>${document.documentElement.outerHTML}`;
    });
  } finally {
    await browser.close();
  }
}

const anything = z.object({});
const LOADED = `document.readyState === 'complete'
  ? document.fonts.ready.then(() => true)
  : new Promise((resolve) => addEventListener('load', () => document.fonts.ready.then(() => resolve(true))))`;

async function printBare(browser: ChromiumPipe, url: string): Promise<void> {
  const { targetId } = await browser.send(
    'Target.createTarget',
    { url: 'about:blank' },
    z.object({ targetId: z.string() }),
  );
  const { sessionId } = await browser.send(
    'Target.attachToTarget',
    { targetId, flatten: true },
    z.object({ sessionId: z.string() }),
  );
  await browser.send('Page.enable', {}, anything, sessionId);
  await browser.send('Page.navigate', { url }, anything, sessionId);
  await browser.send('Runtime.evaluate', { expression: LOADED, awaitPromise: true }, anything, sessionId);
  const { data } = await browser.send(
    'Page.printToPDF',
    { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true },
    z.object({ data: z.string() }),
    sessionId,
  );
  if (pageCount(Buffer.from(data, 'base64')) === 0) throw new Error('nothing was printed');
  await browser.send('Target.closeTarget', { targetId }, anything);
}

/** Page objects, also those in compressed streams. */
function pageCount(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  const inside = [...text.matchAll(/\/ObjStm[\s\S]*?stream\r?\n([\s\S]*?)endstream/g)].map(([, data = '']) =>
    inflateSync(Buffer.from(data, 'latin1')).toString('latin1'),
  );
  return [text, ...inside].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}
