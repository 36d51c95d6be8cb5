import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrations/index.ts';
import { migrate } from '../../electron/db/open.ts';

const PROJECT = '0198a000-0000-7000-8000-000000000001';

test('flat criteria become leaves at the root, and scores those of a first evaluator named after who worked here', () => {
  const sqlite = new BetterSqlite3(':memory:');
  const place = MIGRATIONS.findIndex(({ name }) => name === 'evaluations');
  migrate(sqlite, null, MIGRATIONS.slice(0, place));
  sqlite.function('current_action', () => 'action');
  sqlite.exec(`
    INSERT INTO actions (seq, id, at, actor, label, kind, target_id, first_seq, last_seq, previous_hash, hash)
      VALUES (1, 'action', '', 'anna', '{}', 'do', NULL, 1, 1, '', '');
    INSERT INTO projects (id, name_en, stage, currency, created_at, updated_at) VALUES ('${PROJECT}', 'P', 'quotes', 'CNY', '', '');
    INSERT INTO suppliers (id, name_en, name_key, created_at, updated_at) VALUES ('s', 'S', 's', '', '');
    INSERT INTO criteria (id, project_id, position, name_en, kind, weight_bp) VALUES ('c', '${PROJECT}', 0, 'Quality', 'manual', 10000);
    INSERT INTO scores (id, criterion_id, supplier_id, score_hundredths, reason, revision) VALUES ('x', 'c', 's', 8000, 'fine', 3);
  `);
  migrate(sqlite);
  const evaluator = `e${PROJECT.slice(1)}`;
  expect(sqlite.prepare('SELECT id, project_id, name, is_blind FROM evaluators').all()).toEqual([
    { id: evaluator, project_id: PROJECT, name: 'anna', is_blind: 0 },
  ]);
  expect(sqlite.prepare('SELECT parent_id, weight_bp FROM criteria').all()).toEqual([
    { parent_id: null, weight_bp: 10_000 },
  ]);
  expect(sqlite.prepare('SELECT * FROM scores').all()).toEqual([
    {
      id: 'x',
      evaluator_id: evaluator,
      criterion_id: 'c',
      supplier_id: 's',
      score_hundredths: 8_000,
      reason: 'fine',
      confidence: 'medium',
      revision: 3,
    },
  ]);
});
