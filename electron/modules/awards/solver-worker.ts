import { parentPort, workerData } from 'node:worker_threads';
import { solveScenario } from '../../../shared/domain/awards/solve-scenario.ts';
import { loadSolver } from './highs-solver.ts';
import type { SolverReply, SolverTask } from './run-solver.ts';

/** Entry of the solver's thread: works on the one scenario it was started with, and is ended to cancel. */
const { input, request, timeLimitSeconds }: SolverTask = workerData;
const solve = await loadSolver();
const result = solveScenario(input, request, solve, {
  timeLimitSeconds,
  onProgress: (progress) => reply({ kind: 'progress', progress }),
});
reply({ kind: 'result', result });

function reply(message: SolverReply): void {
  parentPort?.postMessage(message);
}
