import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Progress } from '../../shared/contract/imports.ts';
import type { Download } from '../../shared/contract/reports.ts';
import { CorePage } from './core-page.ts';
import { logOf, mainPage, onEachRuntime, PATIENCE, type Program, type Programs, until } from './program.ts';

onEachRuntime('the window', (programs: Programs) => {
  let home: string;
  let program: Program;
  let page: Page;
  let core: CorePage;

  beforeAll(async () => {
    home = await programs.newHome();
    program = await programs.start(home, ['--sample']);
    page = await mainPage(program);
    core = await CorePage.open(program);
  }, PATIENCE.timeout);
  afterAll(async () => {
    await programs.endAll();
    await programs.removeHomes();
  });

  it('shows the renderer, which breaks none of its policy', async () => {
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.reload();
    await page.getByText('Metal straws').first().waitFor();
    expect(complaints).toEqual([]);
  });

  it('has what this host can do', async () => {
    const { open, host } = await core.call<{ open: object; host: object }>('workspaces.state', {});
    expect(open).toMatchObject({ isSample: true, dir: join(home, 'sample') });
    expect(host).toEqual({ kind: 'electron', canPickFolder: true, canMakePdf: true });
    // The dialog is the system's; cancelled here.
    await program.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    }, null);
    expect(await core.call('workspaces.pickFolder', {})).toEqual({ dir: null });
  });

  it('hears of what another window changes', async () => {
    await core.call('projects.create', buildProject('Bamboo cutlery for cafés'));
    await page.getByText('Bamboo cutlery for cafés').first().waitFor();
  });

  it('takes a file and gives it back as it was, to be saved where the user says', async () => {
    const content = randomBytes(300_000);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const added = await core.page.evaluate<{ sha256: string }>(`hangjiaTest.last.call('attachments.add', {
      ownerKind: 'workspace', ownerId: 'workspace',
      file: new File([Uint8Array.from(atob(${JSON.stringify(content.toString('base64'))}), (c) => c.charCodeAt(0))], '报价 1.bin'),
    })`);
    expect(added.sha256).toBe(sha256);
    const saved = await save(`/attachments/${sha256}/${encodeURIComponent('报价 1.bin')}?download`);
    expect(saved.offered).toMatch(/Downloads[/\\]报价 1\.bin$/);
    expect(createHash('sha256').update(saved.content).digest('hex')).toBe(sha256);
  });

  it('prints a report into a PDF and saves it; a cancelled one leaves no window', async () => {
    const { rows } = await core.call<{ rows: { id: string }[] }>('projects.list', { search: 'straws' });
    const { id } = await core.call<{ id: string }>('reports.create', { projectId: rows[0]?.id, language: 'both' });
    const request = { id, format: 'pdf', language: 'both', paper: 'A4' };

    await core.collect('reports.exportFile', request, 2);
    await untilWindows(2);

    const events = await core.collect<Progress<Download>>('reports.exportFile', request);
    const made = events.at(-1);
    if (made?.kind !== 'result') throw new Error('no file');
    const { content } = await save(made.result.url);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(content.length).toBe(made.result.byteSize);
    await untilWindows(2);
  });

  it('shows a picture in a window of its own, which has no way to the core', async () => {
    const picture = await readFile(new URL('../../resources/icon/hangjia.png', import.meta.url), 'base64');
    const { sha256 } = await core.page.evaluate<{ sha256: string }>(`hangjiaTest.last.call('attachments.add', {
      ownerKind: 'workspace', ownerId: 'workspace',
      file: new File([Uint8Array.from(atob(${JSON.stringify(picture)}), (c) => c.charCodeAt(0))], 'straw.png'),
    })`);
    await core.page.evaluate(`void window.open('/attachments/${sha256}/straw.png')`);
    await untilWindows(3);
    const shown = await until(() => program.pages().find((other) => other.url().endsWith('/straw.png')));
    expect(await shown.evaluate('[typeof window.hangjia, document.contentType]')).toEqual(['undefined', 'image/png']);
    await shown.close();
    await untilWindows(2);
  });

  it('gives a page that asks again a new port and closes the one before', async () => {
    const [first, second] = await core.page.evaluate<[string, string]>(`(async () => {
      const first = hangjiaTest.last;
      const second = await hangjiaTest.connect();
      const { version } = await second.call('workspaces.state', {});
      return [await first.closed, version];
    })()`);
    expect(first).toBe('closed');
    expect(second).toMatch(/^\d+\.\d+\.\d+$/);
  });

  it.each([
    ['crashes', 'The window stopped working. Nothing that was saved is lost.', 'Close window'],
    ['hangs', 'The window does not answer.', 'Wait'],
  ])('comes back when its page %s, having asked once', async (how, message, otherwise) => {
    const before = await timesGone();
    await program.evaluate(({ dialog, BrowserWindow }, isCrash) => {
      const asked: string[][] = [];
      Object.assign(globalThis, { asked });
      dialog.showMessageBox = async (...args: unknown[]) => {
        const options = args.at(-1) as { message: string; buttons: string[] };
        asked.push([options.message, ...options.buttons]);
        return { response: 0, checkboxChecked: false };
      };
      const shown = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/projects'));
      if (isCrash) shown?.webContents.forcefullyCrashRenderer();
      else shown?.emit('unresponsive');
    }, how === 'crashes');
    await until(async () => ((await timesGone()) > before ? true : undefined));
    await untilShown('Metal straws');
    expect(await program.evaluate(() => Reflect.get(globalThis, 'asked'), null)).toEqual([
      [message, 'Reload', otherwise],
    ]);
  });

  async function timesGone(): Promise<number> {
    return (await logOf(home)).split('the page is gone').length - 1;
  }

  /** Waits for a text in the program's window; from within, since a page that crashed is lost to the test. */
  function untilShown(wanted: string): Promise<true> {
    return until(async () => {
      const text = await program
        .evaluate(({ BrowserWindow }) => {
          const shown = BrowserWindow.getAllWindows()
            .find(({ webContents }) => webContents.getURL().endsWith('/projects'))
            ?.webContents.executeJavaScript('document.body.innerText');
          return Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 500, ''))]);
        }, null)
        .then(String, () => '');
      return text.includes(wanted) ? true : undefined;
    });
  }

  async function save(path: string): Promise<{ offered: string; content: Buffer }> {
    const file = join(home, `saved-${randomBytes(4).toString('hex')}`);
    const saving = program.evaluate(
      ({ session }, savePath) =>
        new Promise<string>((resolve, reject) => {
          session.defaultSession.once('will-download', (_event, item) => {
            const { defaultPath } = item.getSaveDialogOptions();
            item.setSavePath(savePath);
            item.once('done', (_done, state) =>
              state === 'completed' ? resolve(String(defaultPath)) : reject(new Error(state)),
            );
          });
        }),
      file,
    );
    await core.page.evaluate(clickLink(path));
    return { offered: await saving, content: await readFile(file) };
  }

  async function untilWindows(expected: number): Promise<void> {
    await until(async () => {
      const count = await program.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null);
      return count === expected ? true : undefined;
    });
  }
});

/** As a link of a screen would: in an element of the page, with the attribute that asks for saving. */
function clickLink(path: string): string {
  return `(() => {
    const link = document.createElementNS('http://www.w3.org/1999/xhtml', 'a');
    link.href = ${JSON.stringify(path)};
    link.download = '';
    document.documentElement.append(link);
    link.click();
    link.remove();
  })()`;
}

function buildProject(nameEn: string): object {
  return {
    nameEn,
    nameZh: '',
    stage: 'quotes',
    currency: 'CNY',
    destination: '',
    needBy: null,
    budgetMinor: null,
    vatRecoverable: true,
    comparisonDate: null,
    notes: '',
  };
}
