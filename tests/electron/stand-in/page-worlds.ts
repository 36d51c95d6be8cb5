/**
 * The two worlds of a page with context isolation, in plain Chromium. They share the document and nothing else, so what
 * the preload script exposes crosses as events of the document, functions only, without arguments or results.
 */
export const CALL_MAIN = '__standInCall';

/** Runs in the page's own world: puts there what the preload script exposes, and asks before a window is opened. */
export const MAIN_WORLD = `document.addEventListener('stand-in:expose', ({ detail }) => {
  const { name, methods } = JSON.parse(detail);
  const call = (method) => () => {
    document.dispatchEvent(new CustomEvent('stand-in:call', { detail: name + '.' + method }));
  };
  const api = Object.fromEntries(methods.map((method) => [method, call(method)]));
  Object.defineProperty(window, name, { value: Object.freeze(api), enumerable: true });
});
const open = (address) => {
  const detail = URL.canParse(address, location.href) ? new URL(address, location.href).href : 'about:blank';
  document.dispatchEvent(new CustomEvent('stand-in:open', { detail }));
  return null;
};
window.open = open;
document.addEventListener('click', (event) => {
  const link = event.composedPath().find((node) => node.localName === 'a');
  if (event.defaultPrevented || link?.target !== '_blank') return;
  event.preventDefault();
  open(link.href);
});`;

/** Runs in the isolated world, of top frames only as Electron does: what a sandboxed preload script may require. */
export function isolatedWorld(preload: string): string {
  return `if (window === window.top) (() => {
    const listeners = new Map();
    const ports = new Map();
    const call = (message) => globalThis[${JSON.stringify(CALL_MAIN)}](JSON.stringify(message));
    const encode = (data) => {
      if (typeof data === 'string') return 's' + data;
      let binary = '';
      for (const byte of new Uint8Array(data.buffer ?? data, data.byteOffset, data.byteLength)) binary += String.fromCharCode(byte);
      return 'b' + btoa(binary);
    };
    const decode = (text) => text[0] === 's' ? text.slice(1) : Uint8Array.from(atob(text.slice(1)), (c) => c.charCodeAt(0));
    const openPort = (id) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => call({ kind: 'port', id, data: encode(data) });
      port1.addEventListener('close', () => call({ kind: 'close', id }));
      ports.set(id, port1);
      return port2;
    };
    globalThis.__standIn = {
      receive: (channel, message, ids) => {
        const event = { ports: ids.map(openPort), sender: ipcRenderer };
        for (const listener of listeners.get(channel) ?? []) listener(event, message);
      },
      post: (id, text) => ports.get(id)?.postMessage(decode(text)),
      close: (id) => ports.get(id)?.close(),
    };
    const ipcRenderer = {
      on: (channel, listener) => listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
      send: (channel, ...args) => call({ kind: 'send', channel, args }),
    };
    document.addEventListener('stand-in:open', ({ detail }) => call({ kind: 'open', id: 0, data: detail }));
    const contextBridge = {
      exposeInMainWorld: (name, api) => {
        document.addEventListener('stand-in:call', ({ detail }) => {
          const [owner, method] = detail.split('.');
          if (owner === name) api[method]();
        });
        const methods = Object.keys(api);
        document.dispatchEvent(new CustomEvent('stand-in:expose', { detail: JSON.stringify({ name, methods }) }));
      },
    };
    const require = (name) => {
      if (name === 'electron') return { contextBridge, ipcRenderer };
      throw new Error('module not found: ' + name);
    };
    ((require, exports, module) => {
${preload}
    })(require, {}, {});
  })()`;
}
