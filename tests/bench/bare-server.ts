import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import BetterSqlite3 from 'better-sqlite3';
import { WebSocketServer } from 'ws';

/**
 * The least that saving a cell can be: a message over a WebSocket, one update in a transaction of its own that is on the
 * disk, and the answer. Started with the file of its database.
 */
const [file = ''] = process.argv.slice(2);
const sqlite = new BetterSqlite3(file);
sqlite.pragma('journal_mode = WAL');
sqlite.pragma('synchronous = FULL');
sqlite.exec('CREATE TABLE IF NOT EXISTS cells (id TEXT PRIMARY KEY, price INTEGER) STRICT');
sqlite.prepare('INSERT OR IGNORE INTO cells VALUES (?, ?)').run('cell', 0);
const update = sqlite.prepare('UPDATE cells SET price = ? WHERE id = ?');

const server = createServer();
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  socket.on('message', (data) => {
    const { id, price } = JSON.parse(String(data));
    update.run(price, 'cell');
    socket.send(JSON.stringify({ id, price }));
  });
});
server.listen({ host: '127.0.0.1', port: 0 }, () => {
  const { port } = server.address() as AddressInfo;
  console.log(`http://127.0.0.1:${port}/`);
});
