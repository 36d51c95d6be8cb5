import classes from './evaluate.module.css';

const HUES = 6;

/** The shade that stands for a criterion in bars and heads, by its place. */
export function hueOf(index: number): number {
  return index % HUES;
}

/** Parts of a hundred beside each other; the figures stand in the table, so it is decoration to a screen reader. */
export function ContributionBar(props: {
  readonly parts: readonly number[];
  readonly whole: number;
  readonly tall?: boolean;
}) {
  const { parts, whole, tall = false } = props;
  return (
    <div className={classes.bar} data-tall={tall || undefined} aria-hidden>
      {parts.map((part, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is what its place says
          key={index}
          className={classes.segment}
          data-hue={hueOf(index)}
          style={{ width: `${(100 * part) / whole}%` }}
        />
      ))}
    </div>
  );
}

export function Swatch({ index }: { readonly index: number }) {
  return <span className={classes.swatch} data-hue={hueOf(index)} aria-hidden />;
}
