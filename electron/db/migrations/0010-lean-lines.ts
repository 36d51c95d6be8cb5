import type { Migration } from './migration.ts';

/**
 * Indexes by item and by price hold nothing but these. A quote names every item of its project, so each of its lines lies
 * on another page of such an index: what the index holds beside is written to the disk with every quote again. The few lines
 * that state a carton have an index of their own, so that no comparison looks through all others for one.
 */
export const leanLines: Migration = {
  number: 10,
  name: 'lean-lines',
  sql: `
DROP INDEX quote_lines_priced_item;
DROP INDEX quote_lines_price;
CREATE INDEX quote_lines_price ON quote_lines (unit_price) WHERE unit_price IS NOT NULL;
CREATE INDEX quote_lines_cartons ON quote_lines (quote_id) WHERE carton_quantity IS NOT NULL OR carton_length_mm IS NOT NULL
  OR carton_width_mm IS NOT NULL OR carton_height_mm IS NOT NULL OR carton_weight_g IS NOT NULL;
`,
};
