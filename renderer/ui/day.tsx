import { formatInstant } from '../i18n/format.ts';

/** The day of an instant, quietly; the hour comes with the pointer. */
export function Day({ at }: { readonly at: string }) {
  const full = formatInstant(at);
  return (
    <time className="hj-quiet hj-figures" dateTime={at} title={full}>
      {full.slice(0, 10)}
    </time>
  );
}
