import { useEffect } from 'react';
import { loadChineseLetters } from '../theme/load-chinese-letters.ts';

const FAMILY = "'Noto Sans SC'";
const WEIGHTS = [400, 600] as const;

/**
 * Says on the page itself when it may be printed: `data-print-ready="true"` once the letters of every text are loaded and the
 * pictures are there, `data-print-error` with the reason when it cannot be.
 */
export function usePrintReady(state: {
  readonly isShown: boolean;
  readonly error: string | null;
  readonly runningText: string;
}) {
  const { isShown, error, runningText } = state;
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (error !== null) dataset.printError = error;
    if (error !== null || !isShown) return;
    let isCurrent = true;
    const letters = [...new Set(`${document.body.textContent}${runningText}◆…`)].join('');
    // The font comes in parts by letters; those of the page margins appear nowhere else until it is printed.
    loadChineseLetters()
      .then(() =>
        Promise.all([
          ...WEIGHTS.map((weight) => document.fonts.load(`${weight} 9pt ${FAMILY}`, letters)),
          // A picture that cannot be shown is left out; the report is complete without it.
          ...[...document.images].map((image) => image.decode().catch(() => undefined)),
        ]),
      )
      .then(() => document.fonts.ready)
      .then(() => {
        if (isCurrent) dataset.printReady = 'true';
      })
      .catch((reason: unknown) => {
        dataset.printError = reason instanceof Error ? reason.message : 'the fonts could not be loaded';
      });
    return () => {
      isCurrent = false;
      delete dataset.printReady;
      delete dataset.printError;
    };
  }, [isShown, error, runningText]);
}
