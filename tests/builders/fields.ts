import type { Item, ItemFields } from '../../shared/contract/items.ts';
import type { Project } from '../../shared/contract/projects.ts';
import type { Quote } from '../../shared/contract/quotes.ts';
import type { Supplier } from '../../shared/contract/suppliers.ts';
import { buildItem, buildLine, buildProject, buildQuote, buildSupplier } from './contract-fields.ts';
import type { TestCore } from './test-core.ts';

export * from './contract-fields.ts';

type Call = TestCore['call'];

export async function haveItems(call: Call, project: Project, items: Partial<ItemFields>[]): Promise<Item[]> {
  const saved = await call.items.save({
    projectId: project.id,
    create: items.map((item, position) => buildItem({ ...item, position })),
    update: [],
    remove: [],
  });
  return saved.items;
}

export interface QuotedProject {
  readonly project: Project;
  readonly items: readonly Item[];
  readonly supplier: Supplier;
  readonly quote: Quote;
}

/** A project with two items and one supplier that quotes both. */
export async function haveQuotedProject(call: Call): Promise<QuotedProject> {
  const project = await call.projects.create(buildProject());
  const items = await haveItems(call, project, [
    { lineNo: '1', nameEn: 'Straight straw 6 mm' },
    { lineNo: '2', nameEn: 'Bent straw 6 mm' },
  ]);
  const supplier = await call.suppliers.create(buildSupplier());
  const quote = await call.quotes.create({
    projectId: project.id,
    supplierId: supplier.id,
    fields: buildQuote(),
    lines: items.map((item) => buildLine(item.id)),
  });
  return { project, items, supplier, quote };
}
