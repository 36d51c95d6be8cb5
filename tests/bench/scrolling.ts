import type { Page } from '@playwright/test';

export interface Scrolled {
  /** Between two frames, in milliseconds. */
  readonly frames: readonly number[];
  /** Longest task of the page's main thread, in milliseconds; 0 when none was longer than 50. */
  readonly longestTask: number;
}

/**
 * Scrolls an element down, up and sideways at the pace of a wheel turned fast, for `seconds`, and takes the time of each
 * frame.
 */
export function scrollAbout(page: Page, selector: string, seconds: number): Promise<Scrolled> {
  return page.evaluate(
    async ({ selector, seconds }) => {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`nothing to scroll: ${selector}`);
      let longestTask = 0;
      const observer = new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration);
      });
      observer.observe({ type: 'longtask' });
      const frames: number[] = [];
      let step = 90;
      let last = performance.now();
      const start = last;
      await new Promise<void>((resolve) => {
        const frame = (now: number): void => {
          frames.push(now - last);
          last = now;
          const end = element.scrollHeight - element.clientHeight;
          if (element.scrollTop >= end - 1) step = -90;
          else if (element.scrollTop <= 0) step = 90;
          element.scrollBy(Math.sign(step) * 25, step);
          if (now - start < seconds * 1_000) requestAnimationFrame(frame);
          else resolve();
        };
        requestAnimationFrame(frame);
      });
      for (const { duration } of observer.takeRecords()) longestTask = Math.max(longestTask, duration);
      observer.disconnect();
      return { frames: frames.slice(1), longestTask };
    },
    { selector, seconds },
  );
}
