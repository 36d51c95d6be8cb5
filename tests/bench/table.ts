import { type Baseline, isMet, type Result, type Unit } from './measure.ts';

export const HEADINGS: readonly string[] = ['job', 'ours', 'baseline', 'ratio', 'bar', 'met', 'against'];

export function describeRow(result: Result): string[] {
  const { job, ours, unit, baseline, bar } = result;
  return [
    job,
    figure(ours, unit),
    baseline === null ? '' : figure(baseline.value, unit),
    baseline === null ? '' : `${ratioOf(ours, baseline)} x`,
    bar.kind === 'ratio' ? `${bar.most} x` : figure(bar.most, unit),
    isMet(result) ? 'yes' : 'NO',
    baseline?.what ?? '',
  ];
}

/** Columns as wide as their widest cell; figures end at the right, texts begin at the left. */
export function layOut(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return FIGURES.has(HEADINGS[column] ?? '') ? cell.padStart(width) : cell.padEnd(width);
        })
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const FIGURES: ReadonlySet<string> = new Set(['ours', 'baseline', 'ratio', 'bar']);

function figure(value: number, unit: Unit): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}

function ratioOf(ours: number, { value }: Baseline): string {
  const ratio = ours / value;
  return Number.isFinite(ratio) ? ratio.toFixed(ratio < 0.1 ? 3 : 2) : '–';
}
