/** Where the program speaks: results on `out`, everything else on `err`. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Somebody looks at `err`: a line may be written over. */
  readonly isLive: boolean;
}

export interface ProgressLine {
  show(step: string, done: number, total: number | null): void;
  /** A line of its own, with the progress out of the way. */
  say(line: string): void;
  clear(): void;
}

/** One line that follows the work; without anybody looking, one line a step. */
export function progressLine({ err, isLive }: Terminal): ProgressLine {
  let shown = '';
  const clear = () => {
    if (isLive && shown !== '') err('\r\u001b[K');
    if (isLive) shown = '';
  };
  return {
    show: (step, done, total) => {
      if (!isLive) {
        if (step !== shown) err(`${step} …\n`);
        shown = step;
        return;
      }
      const line = total === null || total === 0 ? `${step} …` : `${step} … ${Math.floor((done * 100) / total)} %`;
      if (line === shown) return;
      err(`\r\u001b[K${line}`);
      shown = line;
    },
    say: (line) => {
      clear();
      err(`${line}\n`);
    },
    clear,
  };
}
