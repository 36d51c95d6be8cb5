/**
 * Colours of charts. Neighbours differ in lightness as well as in hue, so that a black-and-white print keeps them
 * apart; the accent marks what the chart is about.
 */
export const CHART_COLOURS = [
  '#3549b4',
  '#9aa8e8',
  '#1d1f26',
  '#8d919e',
  '#5a73e2',
  '#c9ccd6',
  '#4b4f5c',
  '#b8c4f5',
] as const;

export const CHART_ACCENT = '#3549b4';
export const CHART_QUIET = '#a9adb9';
/** What takes part in no rank: hollow, dashed. */
export const CHART_EXCLUDED = '#ffffff';

/** Ink of axes and labels; charts in print stand on white whatever the screen's colours are. */
export interface ChartInk {
  readonly text: string;
  readonly line: string;
  readonly surface: string;
}

export const SCREEN_INK: ChartInk = {
  text: 'var(--hj-text-quiet)',
  line: 'var(--hj-line-strong)',
  surface: 'var(--hj-surface)',
};
export const PRINT_INK: ChartInk = { text: '#1d1f26', line: '#8d919e', surface: '#ffffff' };
