import type { Kysely } from 'kysely';
import type { ReportCompany } from '../../shared/domain/reports/types.ts';
import type { Database } from '../db/schema.ts';

/** Our own company as it stands at the head of printed pages. */
export async function companyOf(db: Kysely<Database>): Promise<ReportCompany> {
  const company = await db
    .selectFrom('workspace')
    .leftJoin('attachments', 'attachments.id', 'workspace.logo_attachment_id')
    .select(['company_name_en', 'company_name_zh', 'company_address', 'attachments.sha256'])
    .executeTakeFirstOrThrow();
  return {
    nameEn: company.company_name_en,
    nameZh: company.company_name_zh,
    address: company.company_address,
    logoSha256: company.sha256,
  };
}
