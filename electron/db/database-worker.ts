import { parentPort, workerData } from 'node:worker_threads';
import { type JobAnswer, runInThread } from './run-job.ts';

/** Entry of the worker thread: does the one job it was started with. */
const answer: JobAnswer = runInThread(workerData);
parentPort?.postMessage(answer);
