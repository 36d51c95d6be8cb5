import { RPCHandler } from '@orpc/server/message-port';
import { type IpcMainEvent, ipcMain, MessageChannelMain, type MessagePortMain } from 'electron';
import type { Core } from '../core/create-core.ts';
import type { RpcContext } from '../core/procedure.ts';
import { isOwnPage } from './origin.ts';

/**
 * Answers a page's request for its port to the core. Must be called before the first window is made, or its request is
 * lost. Only the top frame of a screen of ours gets one, and a new request closes the port given before.
 */
export function serveRpc(core: Core): void {
  const handler = new RPCHandler<RpcContext>(core.router);
  const open = new Map<number, MessagePortMain>();
  ipcMain.on('hangjia:request-port', (event: IpcMainEvent) => {
    const frame = event.senderFrame;
    if (frame === null || frame.parent !== null || !isOwnPage(frame.url)) {
      core.state.options.log.error('a foreign frame asked for a port', { url: frame?.url ?? null });
      return;
    }
    const windowId = event.sender.id;
    const earlier = open.get(windowId);
    if (earlier !== undefined) end(earlier);
    const { port1, port2 } = new MessageChannelMain();
    open.set(windowId, port1);
    port1.on('close', () => {
      if (open.get(windowId) === port1) open.delete(windowId);
    });
    handler.upgrade(port1, { context: { core: core.state } });
    port1.start();
    frame.postMessage('hangjia:port', null, [port2]);
  });
}

/** Closing says nothing to this end of the channel: its streams would go on for nobody. */
function end(port: MessagePortMain): void {
  port.close();
  port.emit('close');
}
