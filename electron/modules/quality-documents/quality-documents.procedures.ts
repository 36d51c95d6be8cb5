import type { QualityDocument, QualityDocumentFields } from '../../../shared/contract/quality-documents.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { documentColumns, findDocument, listDocuments } from './quality-documents.queries.ts';

export const qualityDocumentsProcedures = {
  list: api.qualityDocuments.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listDocuments(context.workspace.database.db, input)),

  create: api.qualityDocuments.create.use(needsWritable).handler(async ({ input, context }) => {
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'createQualityDocument', params: { name: nameOf(input) } },
      async ({ trx, newId, now }) => {
        const id = newId();
        const fields = await requireValid(trx, input);
        await trx
          .insertInto('quality_documents')
          .values({ id, ...documentColumns(fields), created_at: now, updated_at: now, deleted_at: null })
          .execute();
        return stored(trx, id);
      },
    );
    return result;
  }),

  update: api.qualityDocuments.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findDocument(context.workspace.database.db, input.id);
    if (before === null) throw notFound('qualityDocument', input.id);
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'updateQualityDocument', params: { name: nameOf({ ...before, ...input.changes }) } },
      async ({ trx, now }) => {
        await requireRevision(trx, 'quality_documents', 'qualityDocument', input.id, input.revision);
        const fields = await requireValid(trx, { ...before, ...input.changes });
        await trx
          .updateTable('quality_documents')
          .set({ ...documentColumns(fields), updated_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
        return stored(trx, input.id);
      },
    );
    return result;
  }),

  remove: api.qualityDocuments.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findDocument(context.workspace.database.db, input.id);
    if (before === null) throw notFound('qualityDocument', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      { key: 'removeQualityDocument', params: { name: nameOf(before) } },
      async ({ trx, now }) => {
        await requireRevision(trx, 'quality_documents', 'qualityDocument', input.id, input.revision);
        await trx
          .updateTable('quality_documents')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),
};

/** Its supplier and item must be there, the item decides the project, and it must not end before it begins. */
async function requireValid(trx: Trx, fields: QualityDocumentFields): Promise<QualityDocumentFields> {
  const { supplierId, itemId, projectId, issuedOn, expiresOn } = fields;
  const supplier = await trx.selectFrom('suppliers').select('id').where('id', '=', supplierId).executeTakeFirst();
  if (supplier === undefined) throw notFound('supplier', supplierId);
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) {
    throw refused('expiresOn', 'datesInOrder', { before: issuedOn });
  }
  if (itemId !== null) {
    const item = await trx.selectFrom('items').select('project_id').where('id', '=', itemId).executeTakeFirst();
    if (item === undefined) throw notFound('item', itemId);
    return { ...fields, projectId: item.project_id };
  }
  if (projectId !== null) {
    const project = await trx.selectFrom('projects').select('id').where('id', '=', projectId).executeTakeFirst();
    if (project === undefined) throw notFound('project', projectId);
  }
  return fields;
}

async function stored(trx: Trx, id: Id): Promise<QualityDocument> {
  const document = await findDocument(trx, id);
  if (document === null) throw notFound('qualityDocument', id);
  return document;
}

function nameOf({ standard, number }: { readonly standard: string; readonly number: string }): string {
  return [standard, number].filter((part) => part !== '').join(' ');
}
