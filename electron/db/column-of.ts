import { type RawBuilder, sql } from 'kysely';

/** All values of a column within a group as one JSON text, in the order of the group's rows; read it with `readColumn`. */
export function columnOf(column: string): RawBuilder<string> {
  return sql<string>`json_group_array(${sql.ref(column)})`;
}

/** The values of a text made by `columnOf`. */
export function readColumn<Value extends string | number | null>(text: string): readonly Value[] {
  return JSON.parse(text);
}
