import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';
import type { SheetChoice } from '../imports/queries.ts';

/** The first rows of an uploaded sheet of suppliers and how its columns are guessed. */
export function useSupplierPreview(uploadId: Id, choice: SheetChoice) {
  return useQuery(
    orpc.supplierImports.preview.queryOptions({
      input: { uploadId, ...choice },
      placeholderData: keepPreviousData,
      // The file does not change behind our back, and reading it again is work.
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
}
