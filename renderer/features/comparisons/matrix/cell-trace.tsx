import { Popover, ScrollArea } from '@mantine/core';
import { memo, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ComparisonQuery } from '../../../../shared/contract/comparisons.ts';
import type { Id } from '../../../../shared/kernel/ids.ts';
import type { Trace } from '../../../../shared/kernel/trace.ts';
import { useText } from '../../../i18n/use-text.ts';
import { ErrorState, LoadingForm } from '../../../ui/states.tsx';
import { TraceView } from '../../../ui/trace-popover.tsx';
import { useOpenProject } from '../../projects/open-project.ts';
import type { CellFigure } from '../compare-search.ts';
import { useComparisonTrace } from '../queries.ts';
import classes from './cell-trace.module.css';
import type { Place } from './grid-layout.ts';
import { traceDifference, traceEstimate } from './local-traces.ts';
import type { MatrixModel } from './matrix-model.ts';
import { placeElement } from './use-grid-keys.ts';

export interface CellTraceProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly model: MatrixModel;
  readonly query: ComparisonQuery;
  readonly show: CellFigure;
  /** The cell to be explained; null when none is. */
  readonly place: Place | null;
  readonly close: () => void;
}

/** The explanation of one cell, beside it. */
export const CellTrace = memo(function CellTrace({ scroller, model, query, show, place, close }: CellTraceProps) {
  const { t } = useText();
  const project = useOpenProject();
  const figure = place === null ? null : figureAt(model, place, project.currency);
  const asked = useComparisonTrace(query, figure?.kind === 'asked' ? figure : null);
  const [anchor, setAnchor] = useState<DOMRect | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another result may have moved the cell
  useLayoutEffect(() => {
    setAnchor(place === null ? null : (placeElement(scroller.current, place)?.getBoundingClientRect() ?? null));
  }, [place, scroller, model]);
  useFocusBack(scroller, place);
  if (figure === null || anchor === null) return null;
  const trace = figure.kind === 'known' ? figure.trace : leadBy(show === 'total' ? 'share' : 'unitCost', asked.data);
  const { left, top, width, height } = anchor;
  return (
    <Popover
      opened
      onChange={(isOpen) => (isOpen ? undefined : close())}
      width={440}
      position="bottom-end"
      withinPortal
      trapFocus
      returnFocus={false}
      withRoles={false}
    >
      <Popover.Target>
        <div className={classes.anchor} style={{ left, top, width, height }} />
      </Popover.Target>
      <Popover.Dropdown p={0} role="dialog" aria-label={t('trace:title')}>
        <ScrollArea.Autosize
          mah="min(460px, 46vh)"
          type="auto"
          viewportProps={{ tabIndex: 0, 'aria-label': t('trace:title') }}
        >
          <div className={classes.body}>
            {asked.isError ? (
              <ErrorState error={asked.error} />
            ) : trace === undefined ? (
              <LoadingForm fields={2} />
            ) : (
              <TraceView trace={trace} />
            )}
          </div>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
});

/** Once the explanation is closed, the keyboard stands again where it was opened. */
function useFocusBack(scroller: RefObject<HTMLElement | null>, place: Place | null): void {
  const last = useRef<Place | null>(null);
  useEffect(() => {
    if (place === null && last.current !== null) {
      placeElement(scroller.current, last.current)?.focus({ preventScroll: true });
    }
    last.current = place;
  }, [place, scroller]);
}

/** The explanation of a cell begins with the figure that the cell leads with, its unit cost or its total. */
function leadBy(figure: 'unitCost' | 'share', trace: Trace | undefined): Trace | undefined {
  const unitCost = trace?.parts?.find(({ rule }) => rule === 'unitCost');
  if (trace === undefined || unitCost === undefined || figure === 'share') return trace;
  return { ...unitCost, parts: [{ ...trace, parts: trace.parts?.filter((part) => part !== unitCost) }] };
}

type Figure =
  | { readonly kind: 'asked'; readonly quoteId: Id; readonly itemId: Id | null }
  | { readonly kind: 'known'; readonly trace: Trace };

/** What a cell shows: a figure the core explains, or one that explains itself from what is on the screen. */
function figureAt({ rows, columns, comparison }: MatrixModel, place: Place, estimateCurrency: string): Figure | null {
  const row = rows[place.row];
  const column = columns[place.column];
  if (row === undefined || column === undefined) return null;
  if (column.kind === 'estimate') {
    if (row.kind !== 'item') return null;
    return { kind: 'known', trace: traceEstimate(row.row, comparison, estimateCurrency) };
  }
  const quoteId = column.compared.quote.id;
  if (row.kind === 'item') return { kind: 'asked', quoteId, itemId: row.row.item.id };
  if (
    row.kind === 'result' &&
    (row.result === 'toLowest' || row.result === 'toAverage' || row.result === 'toEstimate')
  ) {
    return { kind: 'known', trace: traceDifference(row.result, column.compared, comparison) };
  }
  return { kind: 'asked', quoteId, itemId: null };
}
