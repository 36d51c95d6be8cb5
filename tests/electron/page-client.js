import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

/** What a page of the program's origin can do with its port, for tests that speak to the core as a screen does. */
globalThis.hangjiaTest = { connect, last: null };

/** Asks for a port and remembers the connection; a second one stands beside the first. */
function connect() {
  return new Promise((resolve) => {
    const take = ({ data, ports: [port] }) => {
      if (data !== 'hangjia:port' || port === undefined) return;
      window.removeEventListener('message', take);
      const client = createORPCClient(new RPCLink({ port }));
      const procedure = (path) => path.split('.').reduce((node, key) => node[key], client);
      const connection = {
        closed: new Promise((hear) => port.addEventListener('close', () => hear('closed'))),
        call: (path, input) => procedure(path)(input),
        /** All that a stream brings; with `abortAt`, only so many events are waited for. */
        collect: async (path, input, abortAt = Number.POSITIVE_INFINITY) => {
          const abort = new AbortController();
          const events = [];
          try {
            for await (const event of await procedure(path)(input, { signal: abort.signal })) {
              if (events.push(event) >= abortAt) abort.abort();
            }
          } catch (error) {
            if (!abort.signal.aborted) throw error;
          }
          return events;
        },
      };
      port.start();
      hangjiaTest.last = connection;
      resolve(connection);
    };
    window.addEventListener('message', take);
    window.hangjia.requestPort();
  });
}
