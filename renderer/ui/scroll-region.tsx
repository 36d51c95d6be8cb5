import type { ReactNode, RefObject } from 'react';

/** A part of the page that scrolls by itself; it takes the keyboard's focus, so that the arrow keys can scroll it. */
export function ScrollRegion(props: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
  readonly scroller?: RefObject<HTMLElement | null>;
  readonly dimmed?: boolean;
}) {
  const { label, className, children, scroller, dimmed = false } = props;
  return (
    <section
      ref={scroller}
      className={className}
      aria-label={label}
      data-dimmed={dimmed || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      {children}
    </section>
  );
}
