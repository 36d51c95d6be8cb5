/** One numbered step of the schema. Never edited once released; a change is a further migration. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}
