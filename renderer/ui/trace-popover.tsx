import { Popover, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Trace, TraceValue } from '../../shared/kernel/trace.ts';
import { useTraceText } from '../i18n/trace-text.ts';
import { useText } from '../i18n/use-text.ts';
import { ErrorState, LoadingForm } from './states.tsx';
import classes from './trace-popover.module.css';

export interface TracePopoverProps {
  /** The figure itself. */
  readonly children: ReactNode;
  /** undefined while it is being asked for; ask when `onOpen` is called. */
  readonly trace: Trace | undefined;
  readonly error?: unknown;
  readonly onOpen?: () => void;
  /** What an id in the trace stands for (a criterion by its name); null for anything that is no id. */
  readonly nameOf?: NameOf;
}

export type NameOf = (value: string) => string | null;
const noName: NameOf = () => null;

/** A figure that opens to its parts. */
export function TracePopover({ children, trace, error, onOpen, nameOf = noName }: TracePopoverProps) {
  const { t } = useText();
  return (
    <Popover width={440} position="bottom-start" withinPortal trapFocus onOpen={onOpen}>
      <Popover.Target>
        <UnstyledButton className={classes.figure} title={t('trace:explain')}>
          {children}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <ScrollArea.Autosize mah={460} type="auto">
          <div className={classes.body}>
            {error !== undefined && error !== null ? (
              <ErrorState error={error} />
            ) : trace === undefined ? (
              <LoadingForm fields={2} />
            ) : (
              <TraceView trace={trace} nameOf={nameOf} />
            )}
          </div>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}

/** A trace read aloud: the rule, what went in, what came out, and the same for each of its parts. */
export function TraceView({ trace, nameOf = noName }: { readonly trace: Trace; readonly nameOf?: NameOf }) {
  const { t } = useText();
  const text = useTraceText();
  return (
    <div className={classes.trace}>
      <Text fw={600}>{text.rule(trace.rule)}</Text>
      {trace.formula === '' ? null : <code className={classes.formula}>{text.formula(trace.rule, trace.formula)}</code>}
      <dl className={classes.values}>
        {trace.inputs.map((input, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two inputs may share a name; their order is their identity
          <ValueRow key={index} value={input} name={text.name(input.name)} nameOf={nameOf} />
        ))}
        {trace.result === null ? (
          <div className={classes.result}>
            <dt>{t('trace:result')}</dt>
            <dd className="hj-quiet">{t('trace:notComputable')}</dd>
          </div>
        ) : (
          <ValueRow value={trace.result} name={text.name(trace.result.name)} nameOf={nameOf} result />
        )}
      </dl>
      {trace.parts === undefined || trace.parts.length === 0 ? null : (
        <ul className={classes.parts}>
          {trace.parts.map((part, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name of their own; their order is their identity
            <li key={index}>
              <TraceView trace={part} nameOf={nameOf} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function ValueRow(props: { value: TraceValue; name: string; nameOf: NameOf; result?: boolean }) {
  const { value, name, nameOf, result = false } = props;
  const text = useTraceText();
  return (
    <div className={result ? classes.result : undefined}>
      <dt>{name}</dt>
      <dd className="hj-figure">
        {nameOf(value.value) ?? text.value(value.name, value.value)}
        {value.unit === undefined ? null : <span className="hj-unit">{value.unit}</span>}
      </dd>
    </div>
  );
}
