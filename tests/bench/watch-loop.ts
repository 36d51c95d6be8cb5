import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a program that is measured (`node --import`): answers every message of the parent with the longest time
 * its main thread was not free since the last one, in milliseconds.
 */
const EVERY_MS = 5;

if (isMainThread && process.send !== undefined) {
  let last = performance.now();
  let longest = 0;
  setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last - EVERY_MS);
    last = now;
  }, EVERY_MS).unref();
  process.on('message', () => {
    process.send?.({ longest });
    longest = 0;
  });
  process.channel?.unref();
}
