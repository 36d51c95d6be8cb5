import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { ReportDocument } from '../../../renderer/print/report-document.tsx';
import type { ReportLanguage } from '../../../shared/contract/reports.ts';
import type { EvaluationReport } from '../../../shared/domain/reports/types.ts';
import { buildReport, PRICE, QUALITY, type Situation } from '../../builders/report.ts';

function markup(report: EvaluationReport, language: ReportLanguage = 'en', intact = true): string {
  return renderToStaticMarkup(
    <ReportDocument report={report} number={3} language={language} paper="A4" intact={intact} />,
  );
}

/** What a reader sees, without the tags. */
const textOf = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('\u00a0', ' ')
    .replaceAll(/\s+/g, ' ');

const WEIGHED: Situation = {
  prices: { Cheap: [10_000, 500], Good: [11_000, 600], Open: [9_000, null], Late: [1, 1] },
  estimates: [12_000, 700],
  expired: ['Late'],
  criteria: [PRICE, QUALITY],
  qualities: { Cheap: 6_500, Good: 9_500 },
};

test('what was frozen prints the same after it was stored and read again', () => {
  const report = buildReport(WEIGHED);
  const stored: EvaluationReport = JSON.parse(JSON.stringify(report));
  expect(markup(stored, 'both')).toBe(markup(report, 'both'));
});

test('every part is there, with the lowest marked by a shape', () => {
  const text = textOf(markup(buildReport(WEIGHED)));
  for (const heading of [
    'Summary',
    'Totals and differences',
    'Prices side by side',
    'Terms',
    'Evaluation',
    'Charts',
    'Market position',
    'Left out of the ranking',
    'Exchange rates',
    'Assumptions',
    'Signatures',
  ]) {
    expect(text).toContain(heading);
  }
  expect(text).toContain('1 Cheap ◆ 105.00 0.00');
  expect(text).toContain('— Open 90.00 — — — Incomplete: 1 of 2 items priced');
  expect(text).toContain('Late Not comparable Expired on 2026-03-01');
  expect(text).toContain('Too few comparable totals for market statistics: 1 more is needed.');
});

test('why the first rank is cheaper than the second is told in words and adds up', () => {
  const text = textOf(markup(buildReport(WEIGHED), 'both'));
  expect(text).toContain('Cheap is 11.00 CNY cheaper than Good, mainly because of the base price.');
  expect(text).toContain('Cheap 比 Good 便宜 11.00 CNY，主要原因是基础单价。');
  expect(text).toContain('116.00 105.00 −11.00');
  expect(textOf(markup(buildReport({ prices: { Alone: [100] } })))).not.toContain('Why the first rank');
});

test('both languages stand side by side, and none is left out of either', () => {
  const both = markup(buildReport(WEIGHED), 'both');
  expect(textOf(both)).toContain('Totals and differences / 总价与差额');
  const chinese = textOf(markup(buildReport(WEIGHED), 'zh'));
  const data = ['Straws', 'tester', 'UTC', 'CNY', 'pcs', 'Cheap', 'Good', 'Open', 'Late', 'Item'];
  expect((chinese.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !data.includes(word))).toEqual([]);
});

test('a report that was altered says so first', () => {
  expect(textOf(markup(buildReport(WEIGHED), 'en', false))).toMatch(/^ ?Warning: this stored report was changed/);
});

describe('whatever people type is only ever text', () => {
  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg onload=alert(1)>',
    "javascript:alert('x')",
  ])('%s', (hostile) => {
    const report = buildReport({ ...WEIGHED, prices: { [hostile]: [10_000], Beta: [20_000] }, estimates: [] });
    const html = markup({
      ...report,
      createdBy: hostile,
      project: { ...report.project, nameEn: hostile, notes: hostile, destination: hostile },
      company: { ...report.company, nameEn: hostile, address: hostile },
    });
    expect(html).not.toMatch(/<script|<img|onload=alert\(1\)>|href="javascript/i);
    expect(html).not.toMatch(/<[^>]*\son(error|load)=/i);
  });
});
