/** A mixed-integer linear model in plain arrays: minimise cost × x, bounds on x and on every row. */
export interface LinearModel {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Column {
  readonly cost: number;
  readonly lower: number;
  readonly upper: number;
  readonly integer: boolean;
}

export interface Row {
  readonly lower: number;
  readonly upper: number;
  /** Column and coefficient; each column at most once. */
  readonly terms: readonly (readonly [column: number, coefficient: number])[];
}

export interface SolveOptions {
  readonly timeLimitSeconds: number;
  /** Stop when the answer is proven to be this near the best, in units of the objective. */
  readonly absoluteGap: number;
  /** A known answer to start from, one value per column. */
  readonly start: readonly number[] | null;
  readonly onProgress?: (progress: SolveProgress) => void;
}

export interface SolveProgress {
  readonly seconds: number;
  /** Best answer so far; null before the first. */
  readonly best: number | null;
  /** Nothing can be below this. */
  readonly bound: number | null;
}

export type ModelSolution = (
  | { readonly state: 'optimal' | 'timeLimit'; readonly values: readonly number[]; readonly bound: number }
  | { readonly state: 'infeasible' }
  /** The time was up without any answer; below the bound there is none, if one is known. */
  | { readonly state: 'unknown'; readonly bound: number | null }
) & {
  /** What it took. */
  readonly seconds: number;
};

/** What solves a model; the domain knows no solver. */
export type Solve = (model: LinearModel, options: SolveOptions) => ModelSolution;

/** Collects columns and rows. */
export class ModelBuilder {
  readonly columns: Column[] = [];
  readonly rows: Row[] = [];

  column(column: Column): number {
    this.columns.push(column);
    return this.columns.length - 1;
  }

  binary(cost: number): number {
    return this.column({ cost, lower: 0, upper: 1, integer: true });
  }

  row(lower: number, upper: number, terms: Row['terms']): void {
    this.rows.push({ lower, upper, terms });
  }

  atMost(upper: number, terms: Row['terms']): void {
    this.row(Number.NEGATIVE_INFINITY, upper, terms);
  }

  atLeast(lower: number, terms: Row['terms']): void {
    this.row(lower, Number.POSITIVE_INFINITY, terms);
  }
}
