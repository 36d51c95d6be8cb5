import type { OpenWorkspace, WorkspaceProfile } from '../../../shared/contract/workspaces.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { Trx } from '../../core/action.ts';
import type { OpenedWorkspace } from '../../core/core-state.ts';

/** The open workspace as the contract shows it. */
export async function describeWorkspace(workspace: OpenedWorkspace): Promise<OpenWorkspace> {
  const row = await workspace.database.db.selectFrom('workspace').selectAll().executeTakeFirstOrThrow();
  return {
    name: row.name,
    companyNameEn: row.company_name_en,
    companyNameZh: row.company_name_zh,
    companyAddress: row.company_address,
    baseCurrency: row.base_currency,
    revision: row.revision,
    dir: workspace.dir,
    isSample: row.is_sample === 1,
    logoAttachmentId: row.logo_attachment_id,
    readOnly: workspace.readOnly,
    brokenAttachments: workspace.brokenAttachments,
  };
}

/** Writes what is given; a field that is not given stays. */
export async function updateProfile(
  trx: Trx,
  revision: number,
  changes: Partial<WorkspaceProfile & { logoAttachmentId: Id | null }>,
): Promise<void> {
  await trx
    .updateTable('workspace')
    .set({
      name: changes.name,
      company_name_en: changes.companyNameEn,
      company_name_zh: changes.companyNameZh,
      company_address: changes.companyAddress,
      base_currency: changes.baseCurrency,
      logo_attachment_id: changes.logoAttachmentId,
      revision: revision + 1,
    })
    .execute();
}

export async function hasAttachment(trx: Trx, id: Id): Promise<boolean> {
  return (await trx.selectFrom('attachments').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
}
