import { type ReactNode, useState } from 'react';
import type { QuantityCurveQuery } from '../../../shared/contract/quantity-curves.ts';
import { TracePopover } from '../../ui/trace-popover.tsx';
import { type CurveFigure, useCurveTrace } from './queries.ts';

/** A figure that asks how it came about once it is opened. */
export function AskedTrace(props: { query: QuantityCurveQuery; figure: CurveFigure; children: ReactNode }) {
  const { query, figure, children } = props;
  const [opened, setOpened] = useState(false);
  const { data, error } = useCurveTrace(query, figure, opened);
  return (
    <TracePopover trace={data} error={error} onOpen={() => setOpened(true)}>
      {children}
    </TracePopover>
  );
}
