import { contextBridge, ipcRenderer } from 'electron';

/**
 * Hands the page one MessagePort to the core, and nothing else. The port cannot pass the context bridge, so it comes as a
 * message of the window itself.
 */
ipcRenderer.on('hangjia:port', (event) => {
  window.postMessage('hangjia:port', window.origin, [...event.ports]);
});

contextBridge.exposeInMainWorld('hangjia', {
  requestPort: () => ipcRenderer.send('hangjia:request-port'),
});
