import { useQueries, useQuery } from '@tanstack/react-query';
import type { ATTACHMENT_OWNERS } from '../../../shared/contract/attachments.ts';
import { orpc } from '../../app/client.ts';

/** What files hang on: a quote, a supplier, a project. */
export interface AttachmentOwner {
  readonly ownerKind: (typeof ATTACHMENT_OWNERS)[number];
  readonly ownerId: string;
}

export function useAttachments(owner: AttachmentOwner) {
  return useQuery(orpc.attachments.list.queryOptions({ input: owner }));
}

/** The files of several records at once, in their order; undefined while they load. */
export function useAttachmentsOf(owners: readonly AttachmentOwner[]) {
  return useQueries({
    queries: owners.map((input) => orpc.attachments.list.queryOptions({ input })),
    combine: (results) => results.map(({ data }) => data),
  });
}

/** Every record that names a file, asked for once somebody wants to know. */
export function useAttachmentUses(id: string, isAsked: boolean) {
  return useQuery(orpc.attachments.uses.queryOptions({ input: { id }, enabled: isAsked }));
}
