import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What PgBouncer takes among the parameters that open a connection; it refuses all others unless it is told to ignore them. */
const known = new Set([
  'user',
  'database',
  'client_encoding',
  'datestyle',
  'timezone',
  'standard_conforming_strings',
  'application_name',
]);

/** What stands before a database and passes everything on, but refuses to open a connection as PgBouncer does. */
export interface Bouncer {
  /** The address of the database through it. */
  readonly address: string;
  close(): void;
}

export async function startBouncer(address: string): Promise<Bouncer> {
  const { port, hostname } = new URL(address);
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => {});
    client.once('data', (startup) => {
      const strange = parametersOf(startup).find((name) => !known.has(name.toLowerCase()));
      if (strange !== undefined) {
        client.end(fatal(`unsupported startup parameter: ${strange}`));
        return;
      }
      const database = connect(Number(port), hostname);
      sockets.add(database);
      database.on('error', () => client.destroy());
      database.write(startup);
      client.pipe(database).pipe(client);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = new URL(address);
  url.port = String((server.address() as AddressInfo).port);
  return {
    address: url.href,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** The names in a startup message: its length and the version of the protocol, then names and values that end with a zero. */
function parametersOf(startup: Buffer): readonly string[] {
  const texts = startup.subarray(8).toString().split('\0');
  return texts.filter((text, index) => index % 2 === 0 && text !== '');
}

function fatal(message: string): Buffer {
  const body = Buffer.from(`SFATAL\0C08P01\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write('E');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
