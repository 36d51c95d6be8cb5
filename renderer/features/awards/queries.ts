import { useQuery } from '@tanstack/react-query';
import type { Id } from '../../../shared/kernel/ids.ts';
import { orpc } from '../../app/client.ts';

/** The saved scenarios of a project. */
export function useScenarios(projectId: Id) {
  return useQuery(orpc.awards.scenarios.queryOptions({ input: { projectId } }));
}

/** The saved scenarios as they are printed. */
export function useScenariosSheet(projectId: Id) {
  return useQuery(orpc.awards.scenariosSheet.queryOptions({ input: { projectId } }));
}

/** The award of a project; null while nobody has begun one. */
export function useAward(projectId: Id) {
  return useQuery(orpc.awards.get.queryOptions({ input: { projectId } }));
}

/** Whom a decision is told; asked for once there is a decision. */
export function useLetters(decisionId: Id | null) {
  return useQuery(
    orpc.awards.letters.queryOptions({ input: { decisionId: decisionId ?? '' }, enabled: decisionId !== null }),
  );
}

export function useLetter(decisionId: Id, supplierId: Id) {
  return useQuery(orpc.awards.letter.queryOptions({ input: { decisionId, supplierId } }));
}
