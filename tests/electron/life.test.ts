import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { mainPage, onEachRuntime, type Program, type Programs, until } from './program.ts';

onEachRuntime('a start of the program', (programs: Programs) => {
  afterEach(() => programs.endAll());
  afterAll(() => programs.removeHomes());

  it('tells its options, and ends at one that it does not know', async () => {
    const home = await programs.newHome();
    expect(await programs.run(home, ['--help'])).toMatchObject({
      code: 0,
      output: expect.stringContaining('--workspace DIR'),
    });
    expect(await programs.run(home, ['--colour'])).toMatchObject({
      code: 1,
      output: expect.stringContaining("'--colour'"),
    });
    expect(await programs.run(home, ['--no-open'])).toMatchObject({
      code: 1,
      output: expect.stringContaining('browser host'),
    });
  });

  it('opens the workspace a second start asks for, but closes none without being told to', async () => {
    const home = await programs.newHome();
    const [first, second] = [join(home, 'first'), join(home, 'second')];
    const program = await programs.start(home);
    await untilText(program, /sample workspace/i);

    expect(await programs.run(home, [`--workspace=${first}`])).toMatchObject({
      code: 0,
      output: expect.stringContaining('already running'),
    });
    await untilOpen(program, first);

    await answerDialogs(program, 1);
    await programs.run(home, [`--workspace=${second}`]);
    expect(await until(async () => (await asked(program))[0])).toEqual([
      'Another workspace is open.',
      second,
      'Open',
      'Cancel',
    ]);
    await untilOpen(program, first);

    await answerDialogs(program, 0);
    await programs.run(home, [`--workspace=${second}`]);
    await untilOpen(program, second);

    await writeFile(join(home, 'file.txt'), 'not a folder');
    await programs.run(home, [`--workspace=${join(home, 'file.txt')}`]);
    const told = await until(async () => (await asked(program)).find(([title]) => title?.includes('not opened')));
    expect(told[1]).toBe(`${join(home, 'file.txt')} is a file, not a folder.`);
    await untilOpen(program, second);
  });

  it('shows the start page and says why a folder cannot be opened, in the system’s language', async () => {
    const home = await programs.newHome();
    const dir = join(home, 'foreign');
    const content = 'not a database of ours, whatever it may be'.repeat(20);
    await mkdir(dir);
    await writeFile(join(dir, 'workspace.db'), content);
    const program = await programs.start(home, [`--workspace=${dir}`], { LANGUAGE: 'zh_CN' });
    await untilText(program, /sample workspace/i);
    expect(program.output()).toContain(`${dir} 中的数据库属于其他程序，未作任何改动。`);
    expect(await readFile(join(dir, 'workspace.db'), 'utf8')).toBe(content);

    const menus = await program.evaluate(
      ({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? []).map(({ label, submenu }) => ({
          label,
          items: (submenu?.items ?? []).map((item) => ({ label: item.label, role: item.role?.toLowerCase() })),
        })),
      null,
    );
    expect(menus.map(({ label }) => label).filter((label) => label !== 'Hangjia')).toEqual(['文件', '编辑', '视图']);
    const items = menus.flatMap((menu) => menu.items);
    expect(items.map(({ label }) => label)).toContain('打印…');
    const roles = items.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectall']));
    // The page's own: Ctrl+Z takes back actions, not only typing.
    expect(roles.filter((role) => role === 'undo' || role === 'redo')).toEqual([]);
  });

  it('puts its window where it was, and ends with it in order', async () => {
    const home = await programs.newHome();
    const workspace = [`--workspace=${join(home, 'workspace')}`];
    const first = await programs.start(home, workspace);
    await mainPage(first);
    const placed = { x: 90, y: 70, width: 1180, height: 720 };
    await first.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), placed);
    await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null).catch(() => undefined);
    expect(await first.exited).toBe(0);

    // The folder is free again: the program waited for its database before it went.
    const second = await programs.start(home, workspace);
    await mainPage(second);
    expect(second.output()).toBe('');
    expect(await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds(), null)).toEqual(
      placed,
    );
  });
});

async function answerDialogs(program: Program, response: number): Promise<void> {
  await program.evaluate(({ dialog }, given) => {
    const heard: string[][] = [];
    Object.assign(globalThis, { heard });
    dialog.showMessageBox = async (...args: unknown[]) => {
      const { message, detail, buttons = [] } = args.at(-1) as { message: string; detail: string; buttons?: string[] };
      heard.push([message.split(' Close')[0] ?? '', detail, ...buttons]);
      return { response: given, checkboxChecked: false };
    };
  }, response);
}

async function asked(program: Program): Promise<string[][]> {
  return program.evaluate(() => Reflect.get(globalThis, 'heard'), null);
}

async function untilText(program: Program, text: RegExp): Promise<void> {
  const page = await mainPage(program);
  await page.getByText(text).first().waitFor();
}

/** The name of a workspace made by a start is that of its folder; the shell shows it. */
async function untilOpen(program: Program, dir: string): Promise<void> {
  const page = await mainPage(program);
  await page
    .getByText(dir.split(/[/\\]/).at(-1) ?? '', { exact: true })
    .first()
    .waitFor();
}
