import { afterEach, beforeEach, expect, test } from 'vitest';
import { seededRandom } from '../../builders/random.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;

beforeEach(async () => {
  core = await createTestCore();
});

afterEach(() => core.dispose());

test('two windows that edit one record 1,000 times lose no update; the loser is shown what is stored', async () => {
  const random = seededRandom(44);
  const { call } = core;
  const initial = (await call.workspaces.state({})).open;
  if (initial === null) throw new Error('no workspace');
  /** What each window has on its screen. */
  const windows = [initial, initial];
  let saved = 0;
  let refused = 0;
  for (let edit = 0; edit < 500; edit += 1) {
    const order = random.below(2) === 0 ? [0, 1] : [1, 0];
    const outcomes = await Promise.allSettled(
      order.map(async (index) => {
        const seen = windows[index];
        if (seen === undefined) throw new Error('no such window');
        const name = `edit ${edit} of window ${index}`;
        windows[index] = await call.workspaces.update({ revision: seen.revision, changes: { name } });
        return name;
      }),
    );
    for (const [place, outcome] of outcomes.entries()) {
      if (outcome.status === 'fulfilled') {
        saved += 1;
        continue;
      }
      refused += 1;
      const stored = await call.workspaces.state({});
      expect(outcome.reason).toMatchObject({
        code: 'STALE',
        data: { noun: 'workspace', current: { name: stored.open?.name } },
      });
      const index = order[place] ?? 0;
      if (stored.open !== null) windows[index] = stored.open;
    }
  }
  expect(saved + refused).toBe(1_000);
  expect(refused).toBeGreaterThan(100);
  const end = (await call.workspaces.state({})).open;
  // One revision for each acknowledged write, none lost under another.
  expect(end?.revision).toBe(1 + saved);
  expect((await call.history.list({ offset: 0, limit: 1 })).total).toBe(1 + saved);
}, 60_000);
