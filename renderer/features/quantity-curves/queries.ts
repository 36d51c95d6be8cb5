import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CURVE_FIGURES, QuantityCurveQuery } from '../../../shared/contract/quantity-curves.ts';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** Costs over the quantity; while another quantity is reckoned the last curve stays. */
export function useQuantityCurve(input: QuantityCurveQuery) {
  return useQuery(orpc.quantityCurves.get.queryOptions({ input, placeholderData: keepPreviousData }));
}

export interface CurveFigure {
  readonly quoteId: Id;
  readonly step: number;
  readonly figure: (typeof CURVE_FIGURES)[number];
}

/** How one figure came about, asked for once somebody wants to know. */
export function useCurveTrace(input: QuantityCurveQuery, figure: CurveFigure, enabled: boolean) {
  return useQuery(orpc.quantityCurves.trace.queryOptions({ input: { ...input, ...figure }, enabled }));
}
