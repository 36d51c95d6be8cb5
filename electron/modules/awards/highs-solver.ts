import loadHighs, { type Highs } from 'highs';
import type { LinearModel, ModelSolution, Solve, SolveOptions } from '../../../shared/domain/awards/linear-model.ts';

/** HiGHS (MIT, University of Edinburgh) as WebAssembly. A call holds its thread until it has an answer. */
export async function loadSolver(): Promise<Solve> {
  const highs = await loadHighs();
  return (model, options) => solveWith(highs, model, options);
}

const PROGRESS_SECONDS = 0.25;

function solveWith(highs: Highs, model: LinearModel, options: SolveOptions): ModelSolution {
  if (model.columns.length === 0) {
    const open = model.rows.some(({ lower, upper }) => lower > 0 || upper < 0);
    return open ? { state: 'infeasible', seconds: 0 } : { state: 'optimal', values: [], bound: 0, seconds: 0 };
  }
  const { infinity, constants } = highs;
  const bounded = (value: number) => (Number.isFinite(value) ? value : Math.sign(value) * infinity);
  // Costs in units that keep the largest near a thousand: the solver's tolerances are absolute.
  const scale = 1_000 / Math.max(1_000, ...model.columns.map(({ cost }) => Math.abs(cost)));
  return highs.withModel(
    {
      numCols: model.columns.length,
      numRows: model.rows.length,
      colCost: model.columns.map(({ cost }) => cost * scale),
      colLower: model.columns.map(({ lower }) => bounded(lower)),
      colUpper: model.columns.map(({ upper }) => bounded(upper)),
      rowLower: model.rows.map(({ lower }) => bounded(lower)),
      rowUpper: model.rows.map(({ upper }) => bounded(upper)),
      integrality: model.columns.map(({ integer }) =>
        integer ? constants.variableType.integer : constants.variableType.continuous,
      ),
      matrix: sparse(model),
    },
    (native): ModelSolution => {
      native.options.set({
        output_flag: false,
        time_limit: options.timeLimitSeconds,
        mip_rel_gap: 0,
        mip_abs_gap: Math.max(options.absoluteGap * scale, 1e-6),
        mip_feasibility_tolerance: 1e-7,
      });
      if (options.start !== null) native.setSolution({ colValue: options.start });
      const { onProgress } = options;
      let reported = 0;
      const started = performance.now();
      native.run(
        onProgress === undefined
          ? {}
          : {
              // Called at every checkpoint of the search; the solver's own log, which would be told now and then, is off.
              [constants.callbackType.mipInterrupt]({ data }) {
                const seconds = data.running_time ?? 0;
                if (seconds - reported < PROGRESS_SECONDS) return undefined;
                reported = seconds;
                onProgress({
                  seconds,
                  best: finite(data.mip_primal_bound, scale),
                  bound: finite(data.mip_dual_bound, scale),
                });
                return undefined;
              },
            },
      );
      const seconds = (performance.now() - started) / 1_000;
      const status = native.getModelStatus();
      const { modelStatus } = constants;
      if (status === modelStatus.infeasible) return { state: 'infeasible', seconds };
      const hasAnswer = native.info.get('primal_solution_status') === constants.solutionStatus.feasible;
      const bound = Number(native.info.get('mip_dual_bound')) / scale;
      if (!hasAnswer) return { state: 'unknown', bound: Number.isFinite(bound) ? bound : null, seconds };
      const values = [...native.getSolution().colValue];
      return { state: status === modelStatus.optimal ? 'optimal' : 'timeLimit', values, bound, seconds };
    },
  );
}

function finite(value: number | undefined, scale: number): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value / scale;
}

/** Row by row. */
function sparse({ rows, columns }: LinearModel) {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { terms } of rows) {
    for (const [column, coefficient] of terms) {
      indices.push(column);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return { format: 'csr' as const, numRows: rows.length, numCols: columns.length, starts, indices, values };
}
