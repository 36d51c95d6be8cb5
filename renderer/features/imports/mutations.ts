import { useQueryClient } from '@tanstack/react-query';
import type { ImportCheck, ImportMappingInput, ImportResult } from '../../../shared/contract/imports.ts';
import type { SheetEncoding } from '../../../shared/domain/imports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client, orpc } from '../../app/client.ts';
import { useStreamedWork } from '../../app/streamed-work.ts';
import { useWrite } from '../../app/write.tsx';

export interface ImportRequest {
  readonly projectId: Id;
  readonly uploadId: Id;
  readonly sheet: string | null;
  readonly encoding: SheetEncoding | null;
  readonly mapping: ImportMappingInput;
}

export const useUpload = () => useWrite(orpc.imports.upload.mutationOptions(), { touches: [], silent: true });

/** Forgets an uploaded file; nobody waits for it. */
export function discardUpload(uploadId: Id): void {
  client.imports.discard({ uploadId }).catch(() => undefined);
}

/** Reads every row and says what the import would do. */
export function useCheck() {
  return useStreamedWork<ImportRequest, ImportCheck>((request, signal) => client.imports.check(request, { signal }));
}

/** Writes everything as one action, or nothing. */
export function useCommit() {
  const queryClient = useQueryClient();
  const work = useStreamedWork<ImportRequest, ImportResult>((request, signal) =>
    client.imports.commit(request, { signal }),
  );
  const run = async (request: ImportRequest): Promise<ImportResult | null> => {
    const result = await work.run(request);
    if (result !== null) await queryClient.invalidateQueries();
    return result;
  };
  return { ...work, run };
}
