import { expect, test } from 'vitest';
import { samplingPlan } from '../../../shared/domain/aql/plan.ts';
import { lotVerdict, switchingHint } from '../../../shared/domain/aql/verdict.ts';

const plan = samplingPlan({
  lotSize: 4_000,
  level: 'II',
  limits: { critical: '0', major: '2.5', minor: '4.0' },
});

// n 200; Ac 0, 10, 14.
test.each([
  [0, 0, 0, 'accepted'],
  [0, 10, 14, 'accepted'],
  [0, 11, 0, 'rejected'],
  [0, 0, 15, 'rejected'],
  [1, 0, 0, 'rejected'],
  [1, 11, 15, 'rejected'],
] as const)('%i critical, %i major, %i minor: %s', (critical, major, minor, result) => {
  expect(lotVerdict(plan, { critical, major, minor }, 200).result).toBe(result);
});

test('each class is judged by itself', () => {
  const { classes } = lotVerdict(plan, { critical: 0, major: 11, minor: 14 }, 200);
  expect([classes.critical.passes, classes.major.passes, classes.minor.passes]).toEqual([true, false, true]);
});

test('a lot is accepted only on the whole sample, and rejected as soon as too many defects are found', () => {
  const none = { critical: 0, major: 0, minor: 0 };
  expect(lotVerdict(plan, none, 199)).toMatchObject({ result: 'open', missing: 1 });
  expect(lotVerdict(plan, none, null)).toMatchObject({ result: 'open', missing: 200 });
  expect(lotVerdict(plan, { ...none, major: 11 }, 60).result).toBe('rejected');
  expect(lotVerdict(plan, none, 250)).toMatchObject({ result: 'accepted', missing: 0 });
});

const lots = (marks: string) => [...marks].map((mark) => (mark === '+' ? 'accepted' : 'rejected'));

// + accepted, - rejected, in the order of the lots.
test.each([
  ['', 'normal', 0],
  ['+++++', 'normal', 5],
  ['-', 'normal', 1],
  ['--', 'tightened', 0],
  ['-+++-', 'tightened', 0],
  ['-++++-', 'normal', 5],
  ['--++++', 'tightened', 4],
  ['--+++++', 'normal', 0],
  ['--++++-+++++', 'normal', 0],
  ['--++++-++++', 'tightened', 4],
  ['--+++++-+-', 'tightened', 0],
] as const)('after %s inspection is %s, %i lots counted', (marks, severity, counted) => {
  expect(switchingHint(lots(marks))).toMatchObject({ severity, counted });
});
