import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { RouterClient } from '@orpc/server';
import type { ImportCheck, ImportMappingInput, ImportPreview, Progress } from '../../shared/contract/imports.ts';
import { type Tongue, WORDS } from '../../shared/documents/say.ts';
import { hasHan } from '../../shared/domain/imports/text.ts';
import type { CurrencyCode } from '../../shared/kernel/money.ts';
import { fill } from '../../shared/texts/fill.ts';
import type { router } from '../core/router.ts';

export type Call = RouterClient<typeof router>;

/** Nothing of the sheet can be used, said in a sentence. */
export class Unusable extends Error {}

export interface ImportedSheet {
  readonly check: ImportCheck;
  /** What the quotes are to be compared in. */
  readonly currency: CurrencyCode;
  /** What was taken for granted, to be said aloud. */
  readonly assumptions: readonly string[];
}

export interface ImportRequest {
  readonly file: string;
  readonly projectId: string;
  /** Asked for on the command line. */
  readonly currency: CurrencyCode | null;
  readonly tongue: Tongue;
  /** Whether a rate leads from one currency to the other. */
  readonly canConvert: (from: CurrencyCode, to: CurrencyCode) => boolean;
  readonly onProgress: (step: string, done: number, total: number | null) => void;
  readonly signal: AbortSignal;
}

/**
 * Takes a sheet into a project with the mapping as it is guessed; what the sheet leaves unsaid (a currency, the one supplier) is
 * assumed and named. Errors: Unusable; those of the imports procedures.
 */
export async function importSheet(call: Call, request: ImportRequest): Promise<ImportedSheet> {
  const { file, signal } = request;
  const found = await stat(file).catch(() => null);
  if (found === null) throw new Unusable(`There is no file ${file}.`);
  if (!found.isFile()) throw new Unusable(`${file} is not a file.`);
  const fileName = basename(file);
  const { uploadId } = await call.imports.upload({ file: new File([await openAsBlob(file)], fileName) }, { signal });
  try {
    return await takeUpload(call, request, uploadId, fileName);
  } finally {
    await call.imports.discard({ uploadId });
  }
}

async function takeUpload(
  call: Call,
  request: ImportRequest,
  uploadId: string,
  fileName: string,
): Promise<ImportedSheet> {
  const { projectId, onProgress, signal } = request;
  const source = { projectId, uploadId, sheet: null, encoding: null };
  const preview = await call.imports.preview({ ...source, headerRow: null }, { signal });
  const assumptions: string[] = [];
  const mapping = completeMapping(preview, fileName, request.tongue, assumptions);
  const read = async (defaults: ImportMappingInput['defaults']) =>
    resultOf(await call.imports.check({ ...source, mapping: { ...mapping, defaults } }, { signal }), onProgress);

  const first = await read(mapping.defaults);
  const chosen = chooseCurrency(first, preview, request, assumptions);
  const defaults = { ...mapping.defaults, currency: mapping.defaults.currency ?? chosen.unnamed };
  // The estimate is stored in the project's currency, whatever the comparison is in.
  await setProjectCurrency(
    call,
    projectId,
    first.quotes.find(({ isEstimate }) => isEstimate)?.currency ?? chosen.unnamed,
  );
  const check = await read(defaults);
  if (!check.quotes.some(({ isEstimate, lineCount }) => !isEstimate && lineCount > 0)) {
    return { check, currency: chosen.comparison, assumptions };
  }
  await resultOf(await call.imports.commit({ ...source, mapping: { ...mapping, defaults } }, { signal }), onProgress);
  return { check, currency: chosen.comparison, assumptions };
}

function completeMapping(
  { guess }: ImportPreview,
  fileName: string,
  tongue: Tongue,
  assumptions: string[],
): ImportMappingInput {
  if (guess.needs.includes('unitPrice')) throw new Unusable(`No column of ${fileName} is recognised as prices.`);
  if (guess.needs.includes('itemName')) throw new Unusable(`No column of ${fileName} is recognised as items.`);
  if (!guess.needs.includes('supplier')) return guess.mapping;
  const supplier = fileName.replace(/\.[^.]+$/, '');
  assumptions.push(fill(WORDS[tongue].evaluate.supplierAssumed, { supplier }));
  return { ...guess.mapping, defaults: { ...guess.mapping.defaults, supplier } };
}

/** The currency quotes without one are taken in, and the one all are compared in. */
function chooseCurrency(
  check: ImportCheck,
  { guess }: ImportPreview,
  { currency, canConvert, tongue }: ImportRequest,
  assumptions: string[],
): { readonly unnamed: CurrencyCode; readonly comparison: CurrencyCode } {
  const named = check.quotes.flatMap(({ currency: own }) => own ?? []);
  const byFrequency = [...Map.groupBy(named, (own) => own)]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([own]) => own);
  const usual = byFrequency[0] ?? null;
  const unnamed = usual ?? currency ?? (hasHan(guess.headers.join('')) ? 'CNY' : 'USD');
  if (named.length < check.quotes.length) {
    const { currencyAssumed, currencyShared } = WORDS[tongue].evaluate;
    assumptions.push(fill(usual === null ? currencyAssumed : currencyShared, { currency: unnamed }));
  }
  const reachable = byFrequency.find((own) => byFrequency.every((other) => other === own || canConvert(other, own)));
  return { unnamed, comparison: currency ?? reachable ?? unnamed };
}

async function setProjectCurrency(call: Call, projectId: string, currency: CurrencyCode): Promise<void> {
  const { revision, currency: present } = await call.projects.get({ id: projectId });
  if (present !== currency) await call.projects.update({ id: projectId, revision, changes: { currency } });
}

/** The result at the end of a stream; its progress is passed on. */
export async function resultOf<Result>(
  stream: AsyncIterable<Progress<Result>>,
  onProgress: (step: string, done: number, total: number | null) => void,
): Promise<Result> {
  for await (const event of stream) {
    if (event.kind === 'result') return event.result;
    onProgress(event.step, event.done, event.total);
  }
  throw new Error('the work ended without a result');
}
