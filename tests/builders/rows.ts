import type { Insertable } from 'kysely';
import type { Trx } from '../../electron/core/action.ts';
import type { Database } from '../../electron/db/schema.ts';
import type { Id } from '../../shared/kernel/ids.ts';

/** Rows written straight into the tables, for tests of what lies below the procedures. */

type Row<T extends keyof Database> = Partial<Insertable<Database[T]>>;

const CREATED = '2026-03-02T02:00:00.000Z';

export async function insertProject(trx: Trx, id: Id, row: Row<'projects'> = {}): Promise<void> {
  await trx
    .insertInto('projects')
    .values({
      id,
      name_en: `Project ${id.slice(-4)}`,
      name_zh: '',
      stage: 'quotes',
      currency: 'CNY',
      destination: '',
      need_by: null,
      budget_minor: null,
      vat_recoverable: 0,
      comparison_date: null,
      notes: '',
      created_at: CREATED,
      updated_at: CREATED,
      deleted_at: null,
      ...row,
    })
    .execute();
}

export async function insertItem(trx: Trx, id: Id, projectId: Id, row: Row<'items'> = {}): Promise<void> {
  await trx
    .insertInto('items')
    .values({
      id,
      project_id: projectId,
      position: 1,
      line_no: '',
      name_en: `Item ${id.slice(-4)}`,
      name_zh: '',
      specification: '',
      category: '',
      unit: 'pcs',
      quantity: 10_000,
      estimate_unit_price: null,
      target_unit_price: null,
      hs_code: '',
      notes: '',
      created_at: CREATED,
      deleted_at: null,
      ...row,
    })
    .execute();
}

export async function insertSupplier(trx: Trx, id: Id, row: Row<'suppliers'> = {}): Promise<void> {
  await trx
    .insertInto('suppliers')
    .values({
      id,
      name_en: `Supplier ${id.slice(-4)}`,
      name_zh: '',
      name_key: id,
      contact_name: '',
      phone: '',
      wechat: '',
      email: '',
      region: '',
      shop_url: '',
      notes: '',
      created_at: CREATED,
      updated_at: CREATED,
      deleted_at: null,
      ...row,
    })
    .execute();
}

export async function insertQuote(
  trx: Trx,
  id: Id,
  projectId: Id,
  supplierId: Id,
  row: Row<'quotes'> = {},
): Promise<void> {
  await trx
    .insertInto('quotes')
    .values({
      id,
      project_id: projectId,
      supplier_id: supplierId,
      round: 1,
      received_on: '2026-03-01',
      valid_until: null,
      currency: 'CNY',
      tax_basis: 'excluded',
      vat_rate_bp: null,
      minimum_value_minor: null,
      lead_time_days: null,
      lead_time_from: null,
      incoterm: null,
      named_place: '',
      payment_terms: '',
      notes: '',
      import_id: null,
      created_at: CREATED,
      updated_at: CREATED,
      deleted_at: null,
      ...row,
    })
    .execute();
}

export async function insertQuoteLine(
  trx: Trx,
  id: Id,
  quoteId: Id,
  itemId: Id,
  row: Row<'quote_lines'> = {},
): Promise<void> {
  await trx
    .insertInto('quote_lines')
    .values({
      id,
      quote_id: quoteId,
      item_id: itemId,
      unit_price: 1_000_000,
      moq: null,
      order_multiple: null,
      carton_quantity: null,
      carton_length_mm: null,
      carton_width_mm: null,
      carton_height_mm: null,
      carton_weight_g: null,
      notes: '',
      ...row,
    })
    .execute();
}
