import type { Judgement } from '../../../shared/contract/evaluations.ts';
import type { Id } from '../../../shared/kernel/ids.ts';

/** Every pair of siblings in their order with what was judged of it; equal where nothing was. */
export function judgementsOf(ids: readonly Id[], stored: readonly Judgement[]): Judgement[] {
  return ids.flatMap((firstId, index) =>
    ids.slice(index + 1).map((secondId) => {
      const straight = stored.find((one) => one.firstId === firstId && one.secondId === secondId);
      const turned = stored.find((one) => one.firstId === secondId && one.secondId === firstId);
      const intensity = straight?.intensity ?? (turned === undefined ? 1 : reversed(turned.intensity));
      return { firstId, secondId, intensity };
    }),
  );
}

export function withIntensity(judged: readonly Judgement[], firstId: Id, secondId: Id, intensity: number): Judgement[] {
  return judged.map((one) => (one.firstId === firstId && one.secondId === secondId ? { ...one, intensity } : one));
}

/** The same judgement seen from the other side: three times is a third. */
function reversed(intensity: number): number {
  return intensity === 1 ? 1 : -intensity;
}

/** Where a judgement stands on a slider from −8 (the left one counts 9 times as much) by 0 (equal) to 8. */
export function positionOf(intensity: number): number {
  return intensity > 0 ? 1 - intensity : -intensity - 1;
}

export function intensityAt(position: number): number {
  return position <= 0 ? 1 - position : -(position + 1);
}
