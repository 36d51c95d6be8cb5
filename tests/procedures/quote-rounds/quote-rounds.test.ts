import { afterEach, beforeEach, expect, test } from 'vitest';
import { roundIdsQuery } from '../../../electron/modules/quote-rounds/quote-rounds.queries.ts';
import { haveQuotedProject } from '../../builders/fields.ts';
import { explain } from '../../builders/query-plan.ts';
import { createTestCore, type TestCore } from '../../builders/test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await createTestCore();
});
afterEach(() => core.dispose());

test('every round is there, with who confirmed it; each total explains itself and what was removed is gone', async () => {
  const { call } = core;
  const { project, quote } = await haveQuotedProject(call);
  const again = { receivedOn: '2026-03-02', validUntil: '2026-04-02', confirmedBy: 'Ms Chen', note: 'by phone' };
  const second = await call.quotes.confirm({ id: quote.id, ...again });
  const { suppliers, quotes } = await call.quoteRounds.list({ projectId: project.id });
  expect(suppliers).toHaveLength(1);
  expect(suppliers[0]?.rounds).toMatchObject([
    { quoteId: quote.id, round: 1, confirmation: null, isNewest: false },
    { quoteId: second.id, round: 2, confirmation: { confirmedBy: 'Ms Chen', note: 'by phone' }, isNewest: true },
  ]);
  expect(quotes.map(({ id }) => id).sort()).toEqual([quote.id, second.id].sort());
  expect(await call.quoteRounds.trace({ projectId: project.id, quoteId: quote.id })).toMatchObject({
    rule: 'quoteTotal',
  });

  await call.quotes.remove({ id: second.id, revision: second.revision });
  const after = await call.quoteRounds.list({ projectId: project.id });
  expect(after.suppliers[0]?.rounds.map(({ round }) => round)).toEqual([1]);
});

test('rounds are found by their project, never by reading all quotes', async () => {
  const { workspace } = core.state;
  if (workspace === null) throw new Error('no workspace');
  const { database } = workspace;
  const steps = explain(database, roundIdsQuery(database.db, 'p').compile());
  expect(steps.filter((step) => step.startsWith('SEARCH')).length).toBeGreaterThan(0);
  expect(steps.filter((step) => step.startsWith('SCAN'))).toEqual([]);
});
