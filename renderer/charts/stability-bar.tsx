import { PRINT_INK } from './palette.ts';

export interface StabilityBarProps {
  readonly weightBp: number;
  readonly lowBp: number;
  readonly highBp: number;
  readonly print?: boolean;
}

const WIDTH = 1_000;
const HEIGHT = 26;
const TRACK = 10;

/** From 0 to 100 %: the weights at which the winner stays first, and a mark where the weight stands. The figures stand beside it. */
export function StabilityBar({ weightBp, lowBp, highBp, print = false }: StabilityBarProps) {
  const at = (bp: number) => (bp * WIDTH) / 10_000;
  const track = print ? '#e3e5ea' : 'var(--hj-unknown-soft)';
  const fill = print ? PRINT_INK.line : 'var(--mantine-color-ink-4)';
  const mark = print ? PRINT_INK.text : 'var(--hj-text)';
  const top = (HEIGHT - TRACK) / 2;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
      style={{ display: 'block' }}
      aria-hidden
    >
      <rect x={0} y={top} width={WIDTH} height={TRACK} fill={track} />
      <rect x={at(lowBp)} y={top} width={Math.max(2, at(highBp) - at(lowBp))} height={TRACK} fill={fill} />
      <line
        x1={at(weightBp)}
        x2={at(weightBp)}
        y1={2}
        y2={HEIGHT - 2}
        stroke={mark}
        strokeWidth={2}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
