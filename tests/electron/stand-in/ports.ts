import { EventEmitter } from 'node:events';

export type PortData = string | Uint8Array;

/**
 * One end of a channel. As in Electron it holds its messages until it is started, and hears 'close' only when the other
 * end goes.
 */
export class MessagePortMain extends EventEmitter {
  #other: MessagePortMain | null = null;
  #receive: ((data: PortData) => void) | null = null;
  #whenClosed: () => void = () => this.emit('close');
  readonly #queue: PortData[] = [];

  static entangle(a: MessagePortMain, b: MessagePortMain): void {
    a.#other = b;
    b.#other = a;
  }

  start(): void {
    this.hand(
      (data) => this.emit('message', { data, ports: [] }),
      () => this.emit('close'),
    );
  }

  /** What the other end posts goes to `receive` from now on: the port has moved into a page. */
  hand(receive: (data: PortData) => void, whenClosed: () => void): void {
    this.#receive = receive;
    this.#whenClosed = whenClosed;
    for (const data of this.#queue.splice(0)) receive(data);
  }

  postMessage(data: PortData): void {
    const other = this.#other;
    if (other === null) return;
    if (other.#receive === null) other.#queue.push(data);
    else other.#receive(data);
  }

  close(): void {
    const other = this.#other;
    this.#other = null;
    if (other === null) return;
    other.#other = null;
    other.#whenClosed();
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    MessagePortMain.entangle(this.port1, this.port2);
  }
}

export function encodePortData(data: PortData): string {
  return typeof data === 'string' ? `s${data}` : `b${Buffer.from(data).toString('base64')}`;
}

export function decodePortData(encoded: string): PortData {
  const rest = encoded.slice(1);
  return encoded.startsWith('s') ? rest : new Uint8Array(Buffer.from(rest, 'base64'));
}
