import { ORPCError } from '@orpc/client';
import * as z from 'zod';
import { awardRefusal } from '../../shared/contract/awards.ts';
import { WORKSPACE_REFUSALS } from '../../shared/contract/workspaces.ts';
import { assertNever } from '../../shared/kernel/assert-never.ts';
import { en } from '../i18n/en/index.ts';
import { formatBytes } from '../i18n/format.ts';
import type { Translate } from '../i18n/use-text.ts';
import { ConnectionError } from './link.ts';

const fields = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const params = z.record(z.string(), z.union([z.string(), z.number()]));

/** Every failure a call may end in, declared codes first. Each has a sentence in both languages. */
const failure = z.discriminatedUnion('code', [
  z.object({ code: z.literal('NO_WORKSPACE') }),
  z.object({ code: z.literal('READ_ONLY') }),
  z.object({ code: z.literal('NOT_FOUND'), data: z.object({ noun: z.string() }) }),
  z.object({ code: z.literal('STALE'), data: z.object({ noun: z.string(), id: z.string(), current: fields }) }),
  z.object({ code: z.literal('REFUSED'), data: z.object({ field: z.string(), rule: z.string(), params }) }),
  z.object({ code: z.literal('DISK'), data: z.object({ kind: z.enum(['full', 'failed', 'busy']) }) }),
  z.object({
    code: z.literal('UNREADABLE'),
    data: z.object({ code: z.string(), row: z.number().nullable(), limit: z.number().nullable() }),
  }),
  z.object({
    code: z.literal('FILE_REFUSED'),
    data: z.object({
      kind: z.enum(['tooLarge', 'notAFile', 'unreadable']),
      fileName: z.string(),
      limitBytes: z.number(),
    }),
  }),
  z.object({
    code: z.literal('WORKSPACE_REFUSED'),
    data: z.object({
      kind: z.enum(WORKSPACE_REFUSALS),
      dir: z.string(),
      canOpenReadOnly: z.boolean(),
      backups: z.array(z.object({ file: z.string(), createdAt: z.string(), byteSize: z.number() })),
    }),
  }),
  z.object({ code: z.literal('NO_PDF') }),
  z.object({ code: z.literal('AWARD_REFUSED'), data: awardRefusal }),
  z.object({
    code: z.literal('BAD_REQUEST'),
    data: z.object({ issues: z.array(z.object({ path: z.array(z.union([z.string(), z.number()])).optional() })) }),
  }),
  z.object({ code: z.literal('INTERNAL_SERVER_ERROR'), data: z.object({ errorId: z.string() }) }),
]);
export type Failure = z.infer<typeof failure>;

/** The declared failure behind something thrown; null when it is none. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof ORPCError)) return null;
  const parsed = failure.safeParse({ code: error.code, data: error.data });
  return parsed.success ? parsed.data : null;
}

/** One sentence, in the language shown, for anything a call may throw. */
export function describeError(error: unknown, t: Translate): string {
  if (error instanceof ConnectionError) return t(`app:error.${error.kind}`);
  const known = failureOf(error);
  return known === null ? t('app:error.internalUnknown') : describeFailure(known, t);
}

/** True for failures that come from a broken connection: the same call may succeed in a moment. */
export function isConnectionError(error: unknown): boolean {
  return error instanceof ConnectionError;
}

function describeFailure(known: Failure, t: Translate): string {
  switch (known.code) {
    case 'NO_WORKSPACE':
      return t('app:error.noWorkspace');
    case 'READ_ONLY':
      return t('app:error.readOnly');
    case 'NOT_FOUND':
      return t('app:error.notFound', { noun: nounName(known.data.noun, t) });
    case 'STALE':
      return t('app:error.stale', { noun: nounName(known.data.noun, t) });
    case 'REFUSED':
      return describeRefusal(known.data.rule, known.data.field, known.data.params, t);
    case 'DISK':
      return t(`app:error.disk.${known.data.kind}`);
    case 'UNREADABLE':
      return describeUnreadable(known.data, t);
    case 'FILE_REFUSED':
      return t(`app:error.file.${known.data.kind}`, {
        file: known.data.fileName,
        limit: formatBytes(known.data.limitBytes),
      });
    case 'WORKSPACE_REFUSED':
      return t(`workspaces:refusal.${known.data.kind}`, { dir: known.data.dir });
    case 'AWARD_REFUSED':
      return describeAwardRefusal(known.data, t);
    case 'NO_PDF':
      return t('app:error.noPdf');
    case 'BAD_REQUEST': {
      const field = known.data.issues[0]?.path?.findLast((part) => typeof part === 'string');
      return field === undefined ? t('app:error.invalidInput') : t('app:error.invalid', { field: fieldName(field, t) });
    }
    case 'INTERNAL_SERVER_ERROR':
      return t('app:error.internal', { id: known.data.errorId });
    default:
      return assertNever(known);
  }
}

/** What a field of the contract is called on screen; its own name when it has no text. */
export function fieldName(field: string, t: Translate): string {
  const key = field.split('.').at(-1) ?? field;
  return isKey(en.refusal.field, key) ? t(`refusal:field.${key}`) : field;
}

export function nounName(noun: string, t: Translate): string {
  return t(`common:noun.${isKey(en.common.noun, noun) ? noun : 'record'}`);
}

function describeRefusal(rule: string, field: string, values: Record<string, string | number>, t: Translate): string {
  const key = isKey(en.refusal.rule, rule) ? rule : 'other';
  const text = t(`refusal:rule.${key}`, { ...values, field: fieldName(field, t), rule });
  return values.row === undefined ? text : t('refusal:atRow', { row: values.row, text });
}

/** Names everything that is missing, in one breath. */
function describeAwardRefusal({ problems, names }: z.infer<typeof awardRefusal>, t: Translate): string {
  const sentences = problems.map((problem) => {
    const supplier = 'supplierId' in problem ? (names[problem.supplierId] ?? '') : '';
    if (problem.code !== 'pointOpen') return t(`award:problem.${problem.code}`, { ...problem, supplier });
    const points = problem.points.map((point) => t(`award:point.${point}`)).join(t('evaluations:listSeparator'));
    return t('award:problem.pointOpen', { supplier, points });
  });
  return t('award:problem.refused', { problems: sentences.join(' ') });
}

function describeUnreadable(data: { code: string; row: number | null; limit: number | null }, t: Translate): string {
  const key = isKey(en.importFileError, data.code) ? data.code : 'other';
  return t(`importFileError:${key}`, { code: data.code, row: data.row ?? '', limit: data.limit ?? '' });
}

function isKey<T extends object>(texts: T, key: PropertyKey): key is keyof T {
  return Object.hasOwn(texts, key);
}
