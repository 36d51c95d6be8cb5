import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { SheetEncoding } from '../../../shared/domain/imports/types.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** A sheet as it is read, whatever it is taken for. */
export type SheetShown = Omit<ImportPreview, 'guess' | 'remembered'>;

export interface SheetChoice {
  readonly sheet: string | null;
  readonly encoding: SheetEncoding | null;
  /** Where the user says the header is; null lets the program look. */
  readonly headerRow: number | null;
}

/** The first rows of an uploaded file and how its columns are guessed. */
export function usePreview(projectId: Id, uploadId: Id, choice: SheetChoice) {
  return useQuery(
    orpc.imports.preview.queryOptions({
      input: { projectId, uploadId, ...choice },
      placeholderData: keepPreviousData,
      // The file does not change behind our back, and reading it again is work.
      staleTime: Number.POSITIVE_INFINITY,
      retry: false,
    }),
  );
}
