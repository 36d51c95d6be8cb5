import { type RegisteredRouter, type ToOptions, useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import classes from './view-tabs.module.css';

export interface ViewTab {
  readonly value: string;
  readonly label: string;
  readonly to: ToOptions<RegisteredRouter, string, string>;
  /** Why it cannot be gone to now. */
  readonly closed?: string | null;
}

export interface ViewTabsProps {
  /** What the views are parts of, for those who hear it. */
  readonly label: string;
  readonly views: readonly ViewTab[];
  readonly current: string;
  /** What holds for all views, at the end of the line. */
  readonly children?: ReactNode;
}

/**
 * The views of a room. Each is a link, so that the open one stands in the address, can be kept, sent and gone back to; the arrow
 * keys go from one to the next.
 */
export function ViewTabs({ label, views, current, children }: ViewTabsProps) {
  const router = useRouter();
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const open = current === '' ? null : list.current?.querySelector('[aria-current="page"]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <div className={classes.bar}>
      <nav ref={list} className={classes.tabs} aria-label={label}>
        {views.map(({ value, label: text, to, closed = null }) =>
          closed !== null ? (
            <button key={value} type="button" className={classes.tab} disabled title={closed}>
              {text}
            </button>
          ) : (
            // The router's own link calls every link to this path current, whatever its search says.
            <a
              key={value}
              className={classes.tab}
              aria-current={value === current ? 'page' : undefined}
              href={router.buildLocation(to).href}
              onClick={(event: MouseEvent) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                void router.navigate(to);
              }}
              onKeyDown={goToNeighbour}
            >
              {text}
            </a>
          ),
        )}
      </nav>
      {children}
    </div>
  );
}

function goToNeighbour(event: KeyboardEvent<HTMLAnchorElement>): void {
  const { key, currentTarget } = event;
  const { parentElement } = currentTarget;
  const neighbours: Readonly<Record<string, Element | null | undefined>> = {
    ArrowRight: currentTarget.nextElementSibling,
    ArrowLeft: currentTarget.previousElementSibling,
    Home: parentElement?.firstElementChild,
    End: parentElement?.lastElementChild,
  };
  const next = neighbours[key];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
