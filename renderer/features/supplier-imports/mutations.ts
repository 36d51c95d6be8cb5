import { useQueryClient } from '@tanstack/react-query';
import type {
  DuplicateChoicesInput,
  SupplierImportCheck,
  SupplierImportResult,
  SupplierMappingInput,
} from '../../../shared/contract/supplier-imports.ts';
import type { SheetEncoding } from '../../../shared/domain/imports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { client } from '../../app/client.ts';
import { useStreamedWork } from '../../app/streamed-work.ts';

export interface SupplierImportRequest {
  readonly uploadId: Id;
  readonly sheet: string | null;
  readonly encoding: SheetEncoding | null;
  readonly mapping: SupplierMappingInput;
}

/** Reads every row and meets it with the directory. */
export function useSupplierCheck() {
  return useStreamedWork<SupplierImportRequest, SupplierImportCheck>((request, signal) =>
    client.supplierImports.check(request, { signal }),
  );
}

/** Writes everything as one action, or nothing. */
export function useSupplierCommit() {
  const queryClient = useQueryClient();
  type Input = SupplierImportRequest & { readonly choices: DuplicateChoicesInput };
  const work = useStreamedWork<Input, SupplierImportResult>((request, signal) =>
    client.supplierImports.commit(request, { signal }),
  );
  const run = async (request: Input): Promise<SupplierImportResult | null> => {
    const result = await work.run(request);
    if (result !== null) await queryClient.invalidateQueries();
    return result;
  };
  return { ...work, run };
}
