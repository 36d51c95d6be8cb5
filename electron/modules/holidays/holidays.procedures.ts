import { ORPCError } from '@orpc/server';
import type { Kysely } from 'kysely';
import { CHINA_HOLIDAYS } from '../../../resources/reference/china-holidays.ts';
import type { HolidayFields, HolidayPeriod } from '../../../shared/contract/holidays.ts';
import { HOLIDAY_KINDS } from '../../../shared/domain/holidays/visit-advice.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { runAction, type Trx } from '../../core/action.ts';
import { api, needsWorkspace, needsWritable, notFound, refused } from '../../core/procedure.ts';
import { requireRevision } from '../../core/revisions.ts';
import type { Database } from '../../db/schema.ts';
import { storedWord } from '../../db/stored-words.ts';

export const holidaysProcedures = {
  list: api.holidays.list.use(needsWorkspace).handler(({ context }) => listHolidays(context.workspace.database.db)),

  save: api.holidays.save.use(needsWritable).handler(async ({ input, context }) => {
    const { fields } = input;
    if (fields.nameEn === '' && fields.nameZh === '') throw refused('name', 'nameRequired');
    if (fields.to < fields.from) throw refused('to', 'datesInOrder', { before: fields.from });
    const { result } = await runAction(
      context.core,
      context.workspace,
      { key: 'saveHoliday', params: { name: fields.nameEn || fields.nameZh } },
      async ({ trx, newId }) => {
        await write(trx, input, columnsOf(fields, 1), newId);
        return listHolidays(trx);
      },
    );
    return result;
  }),

  remove: api.holidays.remove.use(needsWritable).handler(async ({ input, context }) => {
    const before = (await listHolidays(context.workspace.database.db)).find(
      ({ id, key }) => id === input.id && key === input.key,
    );
    if (before === undefined) throw notFound('holiday', input.id ?? input.key ?? '');
    const { actionId } = await runAction(
      context.core,
      context.workspace,
      { key: 'removeHoliday', params: { name: before.nameEn || before.nameZh } },
      async ({ trx, newId }) => {
        // A built-in period is only put out of force: it would be there again at the next start.
        if (before.key !== null) await write(trx, input, columnsOf(before, 0), newId);
        else if (input.id !== null && input.revision !== null) {
          await requireRevision(trx, 'holidays', 'holiday', input.id, input.revision);
          await trx.deleteFrom('holidays').where('id', '=', input.id).execute();
        }
      },
    );
    return { actionId };
  }),
};

/** Every period in force, by its first day: the built-in ones as the user changed them, and the user's own. */
export async function listHolidays(db: Kysely<Database>): Promise<HolidayPeriod[]> {
  const rows = await db.selectFrom('holidays').selectAll().execute();
  const replaced = new Set(rows.flatMap(({ replaces }) => replaces ?? []));
  const builtIn = CHINA_HOLIDAYS.filter(({ key }) => !replaced.has(key)).map((holiday) => ({
    ...holiday,
    id: null,
    revision: null,
  }));
  const own = rows
    .filter((row) => row.is_active === 1)
    .map((row) => ({
      id: row.id,
      key: row.replaces,
      kind: storedWord(HOLIDAY_KINDS, row.kind),
      nameEn: row.name_en,
      nameZh: row.name_zh,
      from: row.from_date,
      to: row.to_date,
      isAnnounced: true,
      revision: row.revision,
    }));
  return [...builtIn, ...own].toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
}

type Columns = ReturnType<typeof columnsOf>;

async function write(
  trx: Trx,
  { id, key, revision }: { readonly id: Id | null; readonly key: string | null; readonly revision: number | null },
  columns: Columns,
  newId: () => Id,
): Promise<void> {
  if (id !== null) {
    await requireRevision(trx, 'holidays', 'holiday', id, revision ?? 0);
    await trx
      .updateTable('holidays')
      .set({ ...columns, revision: (revision ?? 0) + 1 })
      .where('id', '=', id)
      .execute();
    return;
  }
  if (key !== null) {
    if (!CHINA_HOLIDAYS.some((holiday) => holiday.key === key)) throw notFound('holiday', key);
    const other = await trx.selectFrom('holidays').selectAll().where('replaces', '=', key).executeTakeFirst();
    // Somebody changed the built-in period meanwhile.
    if (other !== undefined) {
      const { is_active: _, ...current } = other;
      throw new ORPCError('STALE', { defined: true, data: { noun: 'holiday', id: other.id, current } });
    }
  }
  await trx
    .insertInto('holidays')
    .values({ id: newId(), replaces: key, ...columns })
    .execute();
}

function columnsOf({ nameEn, nameZh, kind, from, to }: HolidayFields, isActive: 0 | 1) {
  return { name_en: nameEn, name_zh: nameZh, kind, from_date: from, to_date: to, is_active: isActive };
}
