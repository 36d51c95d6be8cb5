import { type RefObject, useEffect } from 'react';
import { headId } from './grid-aria.ts';
import { placeOf } from './use-grid-keys.ts';

/**
 * Lights the head of the row under the pointer, which the style sheet cannot reach from the row. Set on the element itself:
 * nothing is rendered for a pointer that merely passes.
 */
export function useRowOver(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const grid = scroller.current;
    if (grid === null) return;
    let lit: HTMLElement | null = null;
    const light = (head: HTMLElement | null) => {
      if (head === lit) return;
      lit?.removeAttribute('data-over');
      head?.setAttribute('data-over', '');
      lit = head;
    };
    const onOver = (event: Event) => {
      const row = placeOf(event.target)?.row ?? -1;
      light(row === -1 ? null : document.getElementById(headId(row)));
    };
    const onLeave = () => light(null);
    grid.addEventListener('mouseover', onOver);
    grid.addEventListener('mouseleave', onLeave);
    return () => {
      onLeave();
      grid.removeEventListener('mouseover', onOver);
      grid.removeEventListener('mouseleave', onLeave);
    };
  }, [scroller]);
}
