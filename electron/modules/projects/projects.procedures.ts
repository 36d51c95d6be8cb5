import type { ActionLabel } from '../../../shared/contract/history.ts';
import type { Project, ProjectFields } from '../../../shared/contract/projects.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { money, sameFigure, toDecimalString } from '../../../shared/kernel/money.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import { findProject, findProjectRow, listProjects, projectColumns } from './projects.queries.ts';

export const projectsProcedures = {
  list: api.projects.list
    .use(needsWorkspace)
    .handler(({ input, context }) => listProjects(context.workspace.database.db, input)),

  get: api.projects.get.use(needsWorkspace).handler(async ({ input, context }) => {
    const project = await findProjectRow(context.workspace.database.db, input.id);
    if (project === null) throw notFound('project', input.id);
    return project;
  }),

  create: api.projects.create.use(needsWritable).handler(async ({ input, context }) => {
    requireName(input.nameEn, input.nameZh);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('createProject', input),
      async ({ trx, newId, now }) => {
        const id = newId();
        await trx
          .insertInto('projects')
          .values({
            id,
            name_en: input.nameEn,
            name_zh: input.nameZh,
            stage: input.stage,
            currency: input.currency,
            destination: input.destination,
            need_by: input.needBy,
            budget_minor: input.budgetMinor,
            vat_recoverable: input.vatRecoverable ? 1 : 0,
            comparison_date: input.comparisonDate,
            notes: input.notes,
            created_at: now,
            updated_at: now,
            deleted_at: null,
          })
          .execute();
        return storedProject(trx, id);
      },
    );
    return result;
  }),

  update: api.projects.update.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findProject(context.workspace.database.db, input.id);
    if (before === null) throw notFound('project', input.id);
    const changes = withTypedBudget(before, input.changes);
    const after = { ...before, ...changes };
    requireName(after.nameEn, after.nameZh);
    const { result } = await runAction(
      context.core,
      context.workspace,
      label('updateProject', after),
      async ({ trx, now }) => {
        await requireRevision(trx, 'projects', 'project', input.id, input.revision);
        await trx
          .updateTable('projects')
          .set({ ...projectColumns(changes), updated_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
        return storedProject(trx, input.id);
      },
    );
    return result;
  }),

  remove: api.projects.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = await findProject(context.workspace.database.db, input.id);
    if (before === null) throw notFound('project', input.id);
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      label('removeProject', before),
      async ({ trx, now }) => {
        await requireRevision(trx, 'projects', 'project', input.id, input.revision);
        await trx
          .updateTable('projects')
          .set({ deleted_at: now, revision: input.revision + 1 })
          .where('id', '=', input.id)
          .execute();
      },
    );
    return { actionId };
  }),
};

async function storedProject(trx: Trx, id: Id): Promise<Project> {
  const project = await findProject(trx, id);
  if (project === null) throw notFound('project', id);
  return project;
}

/** A new currency changes what the budget means, never the figure that was typed; refused when it cannot write it. */
function withTypedBudget(before: Project, changes: Partial<ProjectFields>): Partial<ProjectFields> {
  const { currency, budgetMinor } = { ...before, ...changes };
  if (currency === before.currency || changes.budgetMinor !== undefined || budgetMinor === null) return changes;
  const same = sameFigure(budgetMinor, before.currency, currency);
  if (same === null) {
    const amount = toDecimalString(money(budgetMinor, before.currency));
    throw refused('budgetMinor', 'amountDecimals', { amount, currency });
  }
  return { ...changes, budgetMinor: same };
}

function requireName(nameEn: string, nameZh: string): void {
  if (nameEn === '' && nameZh === '') throw refused('name', 'nameRequired');
}

function label(key: string, names: { nameEn: string; nameZh: string }): ActionLabel {
  return { key, params: { name: names.nameEn || names.nameZh } };
}
