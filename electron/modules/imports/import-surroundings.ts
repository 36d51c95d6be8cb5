import type BetterSqlite3 from 'better-sqlite3';
import type { Id } from '../../../shared/kernel/ids.ts';
import type { ImportSurroundings, KnownItem } from './plan-import.ts';

/** Reads what an import may meet again: the project's items, all suppliers, the rounds so far. Null without the project. */
export function readSurroundings(sqlite: BetterSqlite3.Database, projectId: Id): ImportSurroundings | null {
  const project = sqlite
    .prepare<[string], { currency: string }>('SELECT currency FROM projects WHERE id = ? AND deleted_at IS NULL')
    .get(projectId);
  if (project === undefined) return null;
  const items = sqlite
    .prepare<[string], KnownItem>(
      `SELECT id, line_no AS lineNo, name_en AS nameEn, name_zh AS nameZh, specification, unit, quantity
       FROM items WHERE project_id = ? AND deleted_at IS NULL`,
    )
    .all(projectId);
  const last = sqlite
    .prepare<[string], { position: number | null }>('SELECT max(position) AS position FROM items WHERE project_id = ?')
    .get(projectId);
  const suppliers = sqlite
    .prepare<[], { id: string; nameEn: string; nameZh: string }>(
      'SELECT id, name_en AS nameEn, name_zh AS nameZh FROM suppliers WHERE deleted_at IS NULL ORDER BY id DESC',
    )
    .all();
  const rounds = sqlite
    .prepare<[string], { supplierId: string; round: number }>(
      'SELECT supplier_id AS supplierId, max(round) AS round FROM quotes WHERE project_id = ? GROUP BY supplier_id',
    )
    .all(projectId);
  return {
    projectCurrency: project.currency,
    items,
    nextPosition: (last?.position ?? -1) + 1,
    suppliers,
    rounds: new Map(rounds.map(({ supplierId, round }) => [supplierId, round])),
  };
}

/** The mapping used before for the same headers, as JSON; null when they are new. */
export function rememberedMapping(sqlite: BetterSqlite3.Database, headerSignature: string): string | null {
  const row = sqlite
    .prepare<[string], { mapping: string }>('SELECT mapping FROM import_mappings WHERE id = ?')
    .get(headerSignature);
  return row?.mapping ?? null;
}
