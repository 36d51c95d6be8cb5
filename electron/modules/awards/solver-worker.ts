import { parentPort } from 'node:worker_threads';
import { solveScenario } from '../../../shared/domain/awards/solve-scenario.ts';
import { loadSolver } from './highs-solver.ts';
import type { SolverReply, SolverTask } from './run-solver.ts';

/** Entry of the solver's thread: works on one scenario after another, and is ended from outside, to cancel as well. */
const solve = await loadSolver();
parentPort?.on('message', ({ input, request, timeLimitSeconds }: SolverTask) => {
  const result = solveScenario(input, request, solve, {
    timeLimitSeconds,
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  });
  reply({ kind: 'result', result });
});

function reply(message: SolverReply): void {
  parentPort?.postMessage(message);
}
