import { EventPublisher } from '@orpc/server';
import type { Change } from '../../shared/contract/history.ts';
import { discardAllUploads } from '../modules/imports/uploads.ts';
import type { CoreOptions, CoreState } from './core-state.ts';
import { Downloads } from './downloads.ts';
import type { Host } from './host.ts';
import { router } from './router.ts';

export interface Core {
  readonly router: typeof router;
  /** The context every call is made with. */
  readonly state: CoreState;
  close(): Promise<void>;
}

/** A host without a window: no dialogs, no PDF. Real hosts replace it before they serve the first call. */
const headless: Host = { kind: 'browser', pickFolder: null, renderPdf: null };

/** The composition root: one core per program, whatever host shows it. */
export function createCore(options: CoreOptions): Core {
  const state: CoreState = {
    options,
    changes: new EventPublisher<{ change: Change }>({ maxBufferedEvents: 10_000 }),
    downloads: new Downloads(),
    workspace: null,
    host: headless,
  };
  return {
    router,
    state,
    close: async () => {
      // A worker that still holds an uploaded file would keep the program from ending.
      await discardAllUploads(state);
      await state.workspace?.close();
      state.workspace = null;
      await state.downloads.clear();
    },
  };
}
