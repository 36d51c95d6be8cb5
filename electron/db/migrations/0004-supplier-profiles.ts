import type { Migration } from './migration.ts';

/**
 * The profile of a supplier: where it is, what the platform and the licence say of it, its papers, accounts and contacts, dated
 * readings, verification, flags, and what was said and asked. Unknown is NULL (or empty text), never a default figure.
 */
export const supplierProfiles: Migration = {
  number: 4,
  name: 'supplier-profiles',
  sql: `
ALTER TABLE suppliers ADD COLUMN province TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN business_kind TEXT;
ALTER TABLE suppliers ADD COLUMN tier TEXT;
ALTER TABLE suppliers ADD COLUMN member_since TEXT;
ALTER TABLE suppliers ADD COLUMN badges TEXT NOT NULL DEFAULT '[]';
ALTER TABLE suppliers ADD COLUMN languages TEXT NOT NULL DEFAULT '[]';
ALTER TABLE suppliers ADD COLUMN credit_grade TEXT;
ALTER TABLE suppliers ADD COLUMN deposit_minor INTEGER;
ALTER TABLE suppliers ADD COLUMN licence_name TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN uscc TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN legal_person TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN business_scope TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN established_on TEXT;
ALTER TABLE suppliers ADD COLUMN licence_until TEXT;
ALTER TABLE suppliers ADD COLUMN licence_long_term INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppliers ADD COLUMN licence_address TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN contract_name TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN invoice_name TEXT NOT NULL DEFAULT '';
ALTER TABLE suppliers ADD COLUMN sample_score_hundredths INTEGER;
-- What follows is worked out from all of a supplier's rows by whatever changes them, so that lists can sort and filter by it.
ALTER TABLE suppliers ADD COLUMN verification TEXT NOT NULL DEFAULT 'open';
ALTER TABLE suppliers ADD COLUMN qualification_hundredths INTEGER;
ALTER TABLE suppliers ADD COLUMN qualification_coverage_bp INTEGER NOT NULL DEFAULT 2000;
ALTER TABLE suppliers ADD COLUMN disqualified INTEGER NOT NULL DEFAULT 0;
ALTER TABLE suppliers ADD COLUMN next_expiry TEXT;
ALTER TABLE suppliers ADD COLUMN standing_until TEXT;

CREATE INDEX suppliers_province ON suppliers (deleted_at, province);
CREATE INDEX suppliers_tier ON suppliers (deleted_at, tier);
CREATE INDEX suppliers_qualification ON suppliers (deleted_at, qualification_hundredths);
CREATE INDEX suppliers_expiry ON suppliers (deleted_at, next_expiry);
CREATE INDEX suppliers_standing ON suppliers (standing_until) WHERE standing_until IS NOT NULL AND deleted_at IS NULL;

CREATE TABLE supplier_contacts (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL DEFAULT '',
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  language TEXT NOT NULL,
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX supplier_contacts_supplier ON supplier_contacts (supplier_id);

CREATE TABLE supplier_payees (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  kind TEXT NOT NULL,
  holder TEXT NOT NULL,
  bank TEXT NOT NULL DEFAULT '',
  account_number TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  -- Kept when taken away: payments go on naming the account that they were made to.
  deleted_at TEXT
) STRICT;
CREATE INDEX supplier_payees_supplier ON supplier_payees (supplier_id);

CREATE TABLE supplier_certificates (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  kind TEXT NOT NULL,
  number TEXT NOT NULL DEFAULT '',
  holder TEXT NOT NULL DEFAULT '',
  issuer TEXT NOT NULL DEFAULT '',
  scope TEXT NOT NULL DEFAULT '',
  issued_on TEXT,
  expires_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX supplier_certificates_supplier ON supplier_certificates (supplier_id);

CREATE TABLE supplier_readings (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  taken_on TEXT NOT NULL,
  source TEXT NOT NULL DEFAULT '',
  reorder_hundredths INTEGER,
  on_time_hundredths INTEGER,
  response_hundredths INTEGER,
  quality_hundredths INTEGER,
  service_hundredths INTEGER,
  response_minutes INTEGER,
  monthly_pieces INTEGER,
  production_lines INTEGER,
  staff INTEGER,
  area_m2 INTEGER,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX supplier_readings_supplier ON supplier_readings (supplier_id, taken_on);

CREATE TABLE supplier_checks (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  item TEXT NOT NULL,
  state TEXT NOT NULL,
  evidence TEXT NOT NULL DEFAULT '',
  decided_by TEXT NOT NULL DEFAULT '',
  decided_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  UNIQUE (supplier_id, item)
) STRICT;

CREATE TABLE supplier_flags (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  flag TEXT NOT NULL,
  noted_on TEXT NOT NULL,
  evidence TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX supplier_flags_supplier ON supplier_flags (supplier_id);

CREATE TABLE supplier_overrides (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  disqualifier TEXT NOT NULL,
  reason TEXT NOT NULL,
  author TEXT NOT NULL,
  decided_on TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (supplier_id, disqualifier)
) STRICT;

CREATE TABLE supplier_communications (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  project_id TEXT REFERENCES projects (id),
  happened_on TEXT NOT NULL,
  channel TEXT NOT NULL,
  direction TEXT NOT NULL,
  person TEXT NOT NULL DEFAULT '',
  summary TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  deleted_at TEXT
) STRICT;
CREATE INDEX supplier_communications_supplier ON supplier_communications (supplier_id, deleted_at, happened_on);
CREATE INDEX supplier_communications_project ON supplier_communications (project_id);

CREATE TABLE ask_sheets (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  project_id TEXT REFERENCES projects (id),
  sent_on TEXT NOT NULL,
  quantity TEXT NOT NULL DEFAULT '',
  feature TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  revision INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX ask_sheets_supplier ON ask_sheets (supplier_id, sent_on);
CREATE INDEX ask_sheets_project ON ask_sheets (project_id);

CREATE TABLE ask_answers (
  id TEXT PRIMARY KEY,
  ask_sheet_id TEXT NOT NULL REFERENCES ask_sheets (id),
  question TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL DEFAULT '',
  UNIQUE (ask_sheet_id, question)
) STRICT;

CREATE TABLE item_sources (
  id TEXT PRIMARY KEY,
  item_id TEXT NOT NULL REFERENCES items (id),
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  notes TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  UNIQUE (item_id, supplier_id)
) STRICT;
CREATE INDEX item_sources_supplier ON item_sources (supplier_id);

CREATE TABLE supplier_tags (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  tag TEXT NOT NULL,
  UNIQUE (supplier_id, tag)
) STRICT;
CREATE INDEX supplier_tags_tag ON supplier_tags (tag);

CREATE TABLE supplier_dossiers (
  id TEXT PRIMARY KEY,
  supplier_id TEXT NOT NULL REFERENCES suppliers (id),
  number INTEGER NOT NULL,
  language TEXT NOT NULL,
  payload TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  deleted_at TEXT,
  UNIQUE (supplier_id, number)
) STRICT;

-- The province that a typed region names, by its code in GB/T 2260.
UPDATE suppliers SET province = coalesce((
  SELECT code FROM (
    SELECT column1 AS code, column2 AS zh, column3 AS en FROM (VALUES
      ('11', '北京', 'Beijing'), ('12', '天津', 'Tianjin'), ('13', '河北', 'Hebei'), ('14', '山西', 'Shanxi'),
      ('15', '内蒙古', 'Inner Mongolia'), ('21', '辽宁', 'Liaoning'), ('22', '吉林', 'Jilin'), ('23', '黑龙江', 'Heilongjiang'),
      ('31', '上海', 'Shanghai'), ('32', '江苏', 'Jiangsu'), ('33', '浙江', 'Zhejiang'), ('34', '安徽', 'Anhui'),
      ('35', '福建', 'Fujian'), ('36', '江西', 'Jiangxi'), ('37', '山东', 'Shandong'), ('41', '河南', 'Henan'),
      ('42', '湖北', 'Hubei'), ('43', '湖南', 'Hunan'), ('44', '广东', 'Guangdong'), ('45', '广西', 'Guangxi'),
      ('46', '海南', 'Hainan'), ('50', '重庆', 'Chongqing'), ('51', '四川', 'Sichuan'), ('52', '贵州', 'Guizhou'),
      ('53', '云南', 'Yunnan'), ('54', '西藏', 'Tibet'), ('61', '陕西', 'Shaanxi'), ('62', '甘肃', 'Gansu'),
      ('63', '青海', 'Qinghai'), ('64', '宁夏', 'Ningxia'), ('65', '新疆', 'Xinjiang'), ('71', '台湾', 'Taiwan'),
      ('81', '香港', 'Hong Kong'), ('82', '澳门', 'Macao'))
  ) WHERE suppliers.region LIKE zh || '%' OR suppliers.region LIKE '%' || en || '%' LIMIT 1), '')
WHERE region <> '';
`,
};
