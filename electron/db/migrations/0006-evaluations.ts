import type { Migration } from './migration.ts';

/**
 * Criteria become a tree, scores belong to an evaluator, and a project chooses how it is evaluated. Flat criteria stay as leaves at
 * the root; scores given so far become those of a first evaluator named after whoever worked in the workspace last. Its id is made
 * from the project's, so that two upgrades of one file come out equal.
 */
export const evaluations: Migration = {
  number: 6,
  name: 'evaluations',
  sql: `
ALTER TABLE criteria ADD COLUMN parent_id TEXT REFERENCES criteria (id);
CREATE INDEX criteria_parent ON criteria (parent_id);

CREATE TABLE evaluations (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL UNIQUE REFERENCES projects (id),
  method TEXT NOT NULL,
  normalisation TEXT NOT NULL,
  aggregation TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE evaluators (
  id TEXT PRIMARY KEY,
  project_id TEXT NOT NULL REFERENCES projects (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL DEFAULT '',
  is_blind INTEGER NOT NULL DEFAULT 0,
  hides_names INTEGER NOT NULL DEFAULT 0,
  handed_in_at TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX evaluators_project ON evaluators (project_id, position);

INSERT INTO evaluators (id, project_id, position, name)
SELECT DISTINCT 'e' || substr(criteria.project_id, 2), criteria.project_id, 0,
  coalesce((SELECT nullif(actor, '') FROM actions ORDER BY seq DESC LIMIT 1), '1')
FROM scores JOIN criteria ON criteria.id = scores.criterion_id;

CREATE TABLE scores_of_evaluators (
  id TEXT PRIMARY KEY,
  evaluator_id TEXT NOT NULL REFERENCES evaluators (id),
  criterion_id TEXT NOT NULL REFERENCES criteria (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  score_hundredths INTEGER NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  confidence TEXT NOT NULL DEFAULT 'medium',
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (criterion_id, supplier_id, evaluator_id)
) STRICT;
INSERT INTO scores_of_evaluators (id, evaluator_id, criterion_id, supplier_id, score_hundredths, reason, revision)
SELECT scores.id, 'e' || substr(criteria.project_id, 2), criterion_id, supplier_id, score_hundredths, reason, scores.revision
FROM scores JOIN criteria ON criteria.id = scores.criterion_id;
DROP TABLE scores;
ALTER TABLE scores_of_evaluators RENAME TO scores;
CREATE INDEX scores_supplier ON scores (supplier_id);
CREATE INDEX scores_evaluator ON scores (evaluator_id);

CREATE TABLE judgements (
  id TEXT PRIMARY KEY,
  first_id TEXT NOT NULL REFERENCES criteria (id),
  second_id TEXT NOT NULL REFERENCES criteria (id),
  intensity INTEGER NOT NULL CHECK (intensity BETWEEN -9 AND 9 AND intensity NOT IN (-1, 0)),
  UNIQUE (first_id, second_id),
  CHECK (first_id <> second_id)
) STRICT;
CREATE INDEX judgements_second ON judgements (second_id);

CREATE TABLE criteria_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  criteria TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
`,
};
