import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { describeError, failureOf } from '../../renderer/app/errors.ts';
import { ConnectionError } from '../../renderer/app/link.ts';
import { contract } from '../../shared/contract/index.ts';
import { WORKSPACE_REFUSALS } from '../../shared/contract/workspaces.ts';
import { buildText } from './build-text.ts';

const id = '019a0000-0000-7000-8000-000000000000';
const examples: Readonly<Record<string, { data?: unknown; en: string; zh: string }>> = {
  NO_WORKSPACE: { en: 'No workspace is open.', zh: '没有打开的工作区。' },
  READ_ONLY: {
    data: { reason: 'folder' },
    en: 'Nothing was saved: the workspace is open for reading only.',
    zh: '未保存：工作区目前只能查看。',
  },
  NOT_FOUND: {
    data: { noun: 'supplier', id },
    en: 'This supplier is gone. It may have been deleted.',
    zh: '此供应商已不存在，可能已被删除。',
  },
  STALE: {
    data: { noun: 'quote', id, current: { revision: 3 } },
    en: 'This quote was changed elsewhere meanwhile. Nothing was saved.',
    zh: '此报价已在别处被修改，未保存任何内容。',
  },
  REFUSED: {
    data: { field: 'rate', rule: 'aboveZero', params: {} },
    en: 'Rate: must be greater than zero.',
    zh: '汇率：必须大于零。',
  },
  DISK: {
    data: { kind: 'full' },
    en: 'The disk is full. Nothing was saved; make room and try again.',
    zh: '磁盘已满，未保存任何内容。请腾出空间后重试。',
  },
  FILE_REFUSED: {
    data: { kind: 'tooLarge', fileName: 'a.xlsx', limitBytes: 104857600 },
    en: '“a.xlsx” is larger than 100\u00a0MB and was not taken.',
    zh: '“a.xlsx”超过 100\u00a0MB，未添加。',
  },
  WORKSPACE_REFUSED: {
    data: { kind: 'notFound', dir: '/w', canOpenReadOnly: false, backups: [] },
    en: 'There is no folder /w.',
    zh: '文件夹 /w 不存在。',
  },
  NO_PDF: {
    en: 'No browser engine was found to make a PDF. Print from the program instead.',
    zh: '未找到可生成 PDF 的浏览器内核，请改用程序的打印功能。',
  },
  AWARD_REFUSED: {
    data: {
      problems: [
        { code: 'expired', supplierId: id, date: '2026-02-01' },
        { code: 'pointOpen', supplierId: id, points: ['price', 'packaging'] },
      ],
      names: { [id]: 'Gamma' },
    },
    en: 'The award cannot be confirmed yet. The quote of Gamma expired on 2026-02-01: enter its new validity or its next round first. Gamma: Price, Packaging neither confirmed nor waived.',
    zh: '暂时不能确认定标。Gamma 的报价已于 2026-02-01 过期：请先录入新的有效期或新一轮报价。 Gamma：价格、包装 既未确认也未豁免。',
  },
  UNREADABLE: { data: { code: 'whatever', row: null, limit: null }, en: '', zh: '' },
};

describe('errors in words', () => {
  const en = buildText('en');
  const zh = buildText('zh');

  it('knows every code the contract declares', () => {
    expect(Object.keys(examples)).toEqual(expect.arrayContaining([...declaredCodes(contract)]));
    for (const [code, { data }] of Object.entries(examples)) {
      expect(failureOf(new ORPCError(code, { defined: true, data })), code).not.toBeNull();
    }
  });

  it.each(Object.entries(examples).filter(([, example]) => example.en !== ''))(
    'says %s in both languages',
    (code, example) => {
      const error = new ORPCError(code, { defined: true, data: example.data });
      expect(describeError(error, en)).toBe(example.en);
      expect(describeError(error, zh)).toBe(example.zh);
    },
  );

  it('names the field of an invalid input', () => {
    const error = new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['changes', 'needBy'], message: 'x' }] } });
    expect(describeError(error, en)).toBe('This cannot be saved: Needed by is not valid.');
    expect(describeError(error, zh)).toBe('无法保存：“需求日期”的内容无效。');
  });

  it('gives the id of an internal error and hides everything else', () => {
    const error = new ORPCError('INTERNAL_SERVER_ERROR', { message: '/home/x', data: { errorId: id } });
    expect(describeError(error, en)).toBe(`An internal error happened and was logged. Error ${id}.`);
    expect(describeError(new Error('/home/x'), en)).toBe('An internal error happened.');
  });

  it('tells a lost connection from a late answer', () => {
    expect(describeError(new ConnectionError('lost'), en)).toContain('connection was lost');
    expect(describeError(new ConnectionError('timeout'), en)).toContain('time limit');
  });

  it('has a sentence for every refused workspace, naming the folder', () => {
    for (const kind of WORKSPACE_REFUSALS) {
      const error = new ORPCError('WORKSPACE_REFUSED', {
        data: { kind, dir: '/the/folder', canOpenReadOnly: false, backups: [] },
      });
      for (const t of [en, zh]) expect(describeError(error, t), kind).toContain('/the/folder');
    }
  });

  it('keeps the rule of a refusal that has no text yet', () => {
    const error = new ORPCError('REFUSED', { data: { field: 'x', rule: 'ruleOfTomorrow', params: {} } });
    expect(describeError(error, en)).toBe('x: refused (ruleOfTomorrow).');
  });
});

/** Every error code declared anywhere in the contract. */
function declaredCodes(node: unknown, codes = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return codes;
  if ('~orpc' in node) {
    const { '~orpc': inner } = node;
    if (typeof inner === 'object' && inner !== null && 'errorMap' in inner && typeof inner.errorMap === 'object') {
      for (const code of Object.keys(inner.errorMap ?? {})) codes.add(code);
    }
    return codes;
  }
  for (const child of Object.values(node)) declaredCodes(child, codes);
  return codes;
}
