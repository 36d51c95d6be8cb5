import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectionError, HostLink } from '../../renderer/app/link.ts';

/** A socket that opens when told, swallows what it is sent and closes when told. */
class SilentSocket extends EventTarget {
  static readonly opened: SilentSocket[] = [];
  static refuse = false;
  readyState = 0;
  readonly sent: unknown[] = [];

  constructor() {
    super();
    SilentSocket.opened.push(this);
    queueMicrotask(() => {
      if (SilentSocket.refuse) {
        this.readyState = 3;
        this.dispatchEvent(new Event('error'));
      } else {
        this.readyState = 1;
        this.dispatchEvent(new Event('open'));
      }
    });
  }

  send(message: unknown): void {
    this.sent.push(message);
  }

  drop(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
}

describe('the link to the core', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', {});
    vi.stubGlobal('location', { protocol: 'http:', host: '127.0.0.1:1' });
    vi.stubGlobal('WebSocket', SilentSocket);
    SilentSocket.opened.length = 0;
    SilentSocket.refuse = false;
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const call = (link: HostLink, path: string[] = ['projects', 'list']) => link.call(path, {}, { context: {} });

  it('gives up on an answer that never comes', async () => {
    const link = new HostLink();
    const answer = call(link);
    const failed = expect(answer).rejects.toMatchObject({ kind: 'timeout' });
    await vi.advanceTimersByTimeAsync(29_000);
    expect(link.state).toBe('open');
    await vi.advanceTimersByTimeAsync(1_500);
    await failed;
  });

  it('waits longer for what takes longer', async () => {
    const link = new HostLink();
    let settled = false;
    void call(link, ['imports', 'commit']).catch(() => {
      settled = true;
    });
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(settled).toBe(false);
  });

  it('fails a call in flight at once when the connection breaks, says so, and connects anew', async () => {
    const link = new HostLink();
    const states: string[] = [];
    link.subscribe(() => states.push(link.state));
    const answer = call(link);
    const failed = expect(answer).rejects.toBeInstanceOf(ConnectionError);
    await vi.advanceTimersByTimeAsync(10);
    SilentSocket.opened[0]?.drop();
    await failed;
    await vi.advanceTimersByTimeAsync(10);
    expect(states).toEqual(['open', 'lost', 'open']);
    expect(SilentSocket.opened).toHaveLength(2);
  });

  it('does not wait for ever for a core that is gone', async () => {
    SilentSocket.refuse = true;
    const link = new HostLink();
    const failed = expect(call(link)).rejects.toMatchObject({ kind: 'lost' });
    await vi.advanceTimersByTimeAsync(8_100);
    await failed;
    expect(link.state).toBe('lost');
    SilentSocket.refuse = false;
    await vi.advanceTimersByTimeAsync(3_100);
    expect(link.state).toBe('open');
  });
});
