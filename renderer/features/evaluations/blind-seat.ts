import { useSyncExternalStore } from 'react';
import type { Id } from '../../../shared/kernel/ids.ts';
import { useScoreSheet } from './queries.ts';

/**
 * Who scores blind at this desk. Taken by opening the sheet of a blind evaluator who has not handed in; until the scores are
 * handed in or the seat is left on purpose, the Evaluate room shows nothing but that sheet. It lasts as long as the window.
 */
export function useBlindSeat(projectId: Id): { readonly evaluatorId: Id; readonly name: string } | null {
  const seated = useSyncExternalStore(subscribe, () => seatOf(projectId));
  // The sheet holds no price; it tells whether whoever sits here still scores blind.
  const { data, isError } = useScoreSheet(projectId, seated);
  if (seated === null || isError) return null;
  const evaluator = data?.evaluators.find(({ id }) => id === seated);
  if (data !== undefined && (evaluator === undefined || !evaluator.isBlind || evaluator.handedInAt !== null))
    return null;
  return { evaluatorId: seated, name: evaluator?.name ?? '' };
}

export function takeBlindSeat(projectId: Id, evaluatorId: Id): void {
  if (seatOf(projectId) === evaluatorId) return;
  sessionStorage.setItem(keyOf(projectId), evaluatorId);
  tell();
}

export function leaveBlindSeat(projectId: Id): void {
  sessionStorage.removeItem(keyOf(projectId));
  tell();
}

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

function seatOf(projectId: Id): Id | null {
  return sessionStorage.getItem(keyOf(projectId));
}

function keyOf(projectId: Id): string {
  return `hangjia.blind-seat.${projectId}`;
}
