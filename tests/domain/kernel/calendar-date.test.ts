import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { addDays, daysBetween, isCalendarDate, shanghaiDate } from '../../../shared/kernel/calendar-date.ts';
import { formatDocumentInstant } from '../../../shared/kernel/format.ts';
import { law } from './law.ts';

const day = fc
  .date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('2199-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-04-31', false],
  ['2026-13-01', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['2026/01/01', false],
  ['2026-01-01T00:00:00', false],
  ['', false],
])('%j is a calendar date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

describe('in every time zone, over the change of clocks', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  test.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 300],
    ['Europe/London', 0],
    ['Pacific/Apia', -780],
    ['Asia/Kathmandu', -345],
  ])('%s', (zone, januaryOffset) => {
    process.env.TZ = zone;
    expect(new Date(2026, 0, 15).getTimezoneOffset()).toBe(januaryOffset);
    expect(addDays('2026-03-07', 2)).toBe('2026-03-09');
    expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(daysBetween('2011-12-28', '2012-01-02')).toBe(5); // Apia skipped 30 December 2011
    expect(daysBetween('2026-10-24', '2026-11-02')).toBe(9);
    expect(isCalendarDate('2026-03-29')).toBe(true);
    expect(shanghaiDate(new Date('2026-01-01T15:59:59Z'))).toBe('2026-01-01');
    expect(shanghaiDate(new Date('2026-01-01T16:00:00Z'))).toBe('2026-01-02');
  });
});

test('adding days and counting them are each other undone', () => {
  law(
    fc.property(day, fc.integer({ min: -40_000, max: 40_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(daysBetween(from, to)).toBe(days);
      expect(to > from).toBe(days > 0);
    }),
  );
});

test('a day that does not exist is refused, never counted', () => {
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => daysBetween('2026-01-01', 'soon')).toThrow(RangeError);
});

test('a document states its time by the clock in China, across midnight and the turn of the year', () => {
  expect(formatDocumentInstant('2026-03-31T06:05:59.000Z')).toBe('2026-03-31 14:05\u00a0UTC+8');
  expect(formatDocumentInstant('2025-12-31T16:00:00.000Z')).toBe('2026-01-01 00:00\u00a0UTC+8');
});
