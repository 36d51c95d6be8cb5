import type { ClientContext, ClientLink, ClientOptions } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';

/**
 * The one file that knows the hosts. Under Electron the preload hands over a MessagePort; in the browser host the same
 * calls go over a WebSocket to the origin the page came from.
 */
declare global {
  interface Window {
    /** Present only under Electron: asks for a port, which arrives as a `message` event with data 'hangjia:port'. */
    readonly hangjia?: { requestPort(): void };
  }
}

export type ConnectionState = 'connecting' | 'open' | 'lost';

/** The call never reached the core or its answer never came back. Whether it took effect is not known. */
export class ConnectionError extends Error {
  readonly kind: 'lost' | 'timeout';

  constructor(kind: 'lost' | 'timeout') {
    super(kind === 'lost' ? 'the connection to the core was lost' : 'the core did not answer in time');
    this.name = 'ConnectionError';
    this.kind = kind;
  }
}

const CONNECT_PATIENCE_MS = 8_000;
const CALL_PATIENCE_MS = 30_000;
const LONG_PATIENCE_MS = 10 * 60_000;
const RETRY_DELAYS_MS = [200, 400, 800, 1_600, 3_000] as const;

/** Calls that rightly take longer than a click: big uploads, migrations, a dialog that waits for the user. */
const LONG_CALLS: ReadonlySet<string> = new Set([
  'attachments.add',
  'imports.upload',
  'imports.preview',
  'imports.commit',
  'imports.check',
  'reports.exportFile',
  'supplierImports.preview',
  'supplierImports.check',
  'supplierImports.commit',
  'supplierMerges.candidates',
  'suppliers.exportFile',
  'workspaces.create',
  'workspaces.open',
  'workspaces.openSample',
  'workspaces.restore',
  'workspaces.pickFolder',
]);

interface Wire {
  readonly link: ClientLink<ClientContext>;
  /** Rejects when the wire breaks; a call on a closed port would otherwise hang for ever. */
  readonly broken: Promise<never>;
}

/** A link that survives the loss of its wire: it connects at the first call, reconnects, and puts a limit on every wait. */
export class HostLink implements ClientLink<ClientContext> {
  #state: ConnectionState = 'connecting';
  #wire: Promise<Wire> | null = null;
  readonly #listeners = new Set<() => void>();

  get state(): ConnectionState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  async call(path: readonly string[], input: unknown, options: ClientOptions<ClientContext>): Promise<unknown> {
    const wire = await within(this.#connected(), CONNECT_PATIENCE_MS, 'lost');
    const patience = LONG_CALLS.has(path.join('.')) ? LONG_PATIENCE_MS : CALL_PATIENCE_MS;
    const answer = wire.link.call(path, input, options);
    return within(Promise.race([answer, wire.broken]), patience, 'timeout');
  }

  #connected(): Promise<Wire> {
    this.#wire ??= this.#connect();
    return this.#wire;
  }

  async #connect(): Promise<Wire> {
    for (let attempt = 0; ; attempt++) {
      try {
        const wire = await (window.hangjia === undefined ? openSocket() : openPort(window.hangjia));
        wire.broken.catch(() => this.#reconnect());
        this.#become('open');
        return wire;
      } catch {
        this.#become('lost');
        const delay = RETRY_DELAYS_MS[Math.min(attempt, RETRY_DELAYS_MS.length - 1)];
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  }

  #reconnect(): void {
    this.#become('lost');
    this.#wire = this.#connect();
  }

  #become(state: ConnectionState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

function openSocket(): Promise<Wire> {
  const protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${protocol}//${location.host}/rpc`);
  return new Promise((resolve, reject) => {
    socket.addEventListener('error', () => reject(new ConnectionError('lost')), { once: true });
    socket.addEventListener(
      'open',
      () => {
        const broken = new Promise<never>((_, fail) => {
          socket.addEventListener('close', () => fail(new ConnectionError('lost')), { once: true });
        });
        resolve({ link: new WebSocketLink({ websocket: socket }), broken });
      },
      { once: true },
    );
  });
}

function openPort(host: { requestPort(): void }): Promise<Wire> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent<unknown>) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== 'hangjia:port' || port === undefined) return;
      window.removeEventListener('message', take);
      const broken = new Promise<never>((_, fail) => {
        port.addEventListener('close', () => fail(new ConnectionError('lost')), { once: true });
      });
      const link = new MessagePortLink({ port });
      port.start();
      resolve({ link, broken });
    };
    window.addEventListener('message', take);
    host.requestPort();
  });
}

/** Waits at most `ms`; the work itself goes on, only nobody waits for it any more. */
function within<T>(work: Promise<T>, ms: number, kind: 'lost' | 'timeout'): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ConnectionError(kind)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
