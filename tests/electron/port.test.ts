import { EventEmitter } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { RouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Core } from '../../electron/core/create-core.ts';
import { createTestCore, type TestCore } from '../builders/test-core.ts';
import { MessageChannelMain, type MessagePortMain } from './stand-in/ports.ts';

const ipcMain = vi.hoisted(() => ({ emit: (..._args: unknown[]) => false, on: (..._args: unknown[]) => undefined }));
vi.mock('electron', () => ({ ipcMain: Object.assign(ipcMain, EventEmitter.prototype), MessageChannelMain }));

let test: TestCore;
beforeAll(async () => {
  const { serveRpc } = await import('../../electron/desktop/port.ts');
  test = await createTestCore();
  serveRpc(test.core);
});
afterAll(() => test.dispose());

/** Asks as the top frame of a window does. */
function requestPort(windowId: number): MessagePortMain {
  let given: MessagePortMain | null = null;
  const postMessage = (_channel: string, _message: null, [port]: [MessagePortMain]): void => {
    given = port;
  };
  const senderFrame = { url: 'app://hangjia/projects', parent: null, postMessage };
  ipcMain.emit('hangjia:request-port', { sender: { id: windowId }, senderFrame });
  if (given === null) throw new Error('no port');
  return given;
}

async function followChanges(port: MessagePortMain): Promise<void> {
  const client: RouterClient<Core['router']> = createORPCClient(new RPCLink({ port }));
  port.start();
  const changes = await client.changes.stream({});
  void changes.next().catch(() => undefined);
}

async function untilFollowed(isFollowed: boolean): Promise<void> {
  await vi.waitFor(() => expect(test.state.changes.size).toBe(isFollowed ? 1 : 0));
}

it('ends the streams of a port that another takes the place of, and of a window that goes', async () => {
  await followChanges(requestPort(1));
  await untilFollowed(true);
  const second = requestPort(1);
  await untilFollowed(false);

  await followChanges(second);
  await untilFollowed(true);
  second.close();
  await untilFollowed(false);
});
