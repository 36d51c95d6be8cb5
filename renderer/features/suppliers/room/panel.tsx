import { type ReactNode, useId } from 'react';
import classes from './room.module.css';

/** One part of a supplier's room below its heading. */
export function Panel(props: {
  readonly title: string;
  /** Quietly beside the title: a state, a count. */
  readonly state?: ReactNode;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  const { title, state, action, children } = props;
  const id = useId();
  return (
    <section className={classes.panel} aria-labelledby={id}>
      <header className={classes.panelHead}>
        <h2 id={id}>{title}</h2>
        {state}
        <span className={classes.panelAction}>{action}</span>
      </header>
      {children}
    </section>
  );
}

export function Quiet({ children }: { readonly children: ReactNode }) {
  return <p className={classes.quiet}>{children}</p>;
}
