import type {
  ImportCheck,
  ImportMappingInput,
  ImportPreview,
  ImportResult,
  Progress,
} from '../../../shared/contract/imports.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { TestCore } from '../../builders/test-core.ts';

/** Takes a file through upload, preview, check and commit, as the wizard does with every guess accepted. */
export async function importFile(
  { call }: TestCore,
  projectId: Id,
  fileName: string,
  bytes: Uint8Array<ArrayBuffer>,
  defaults: Partial<ImportMappingInput['defaults']> = {},
): Promise<{ preview: ImportPreview; check: ImportCheck; result: ImportResult }> {
  const { uploadId } = await call.imports.upload({ file: new File([bytes], fileName) });
  const source = { projectId, uploadId, sheet: null, encoding: null };
  const preview = await call.imports.preview({ ...source, headerRow: null });
  const { mapping } = preview.guess;
  const request = { ...source, mapping: { ...mapping, defaults: { ...mapping.defaults, ...defaults } } };
  const check = await resultOf(await call.imports.check(request));
  const result = await resultOf(await call.imports.commit(request));
  return { preview, check, result };
}

/** The result at the end of a stream of progress. */
export async function resultOf<Result>(stream: AsyncIterable<Progress<Result>>): Promise<Result> {
  for await (const event of stream) if (event.kind === 'result') return event.result;
  throw new Error('the stream ended without a result');
}
