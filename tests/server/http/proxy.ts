import { type IncomingMessage, request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

/** A real TLS proxy with a name of its own in front of a server, as a team would put one there. */
export interface TlsProxy {
  readonly port: number;
  readonly certificate: string;
  close(): Promise<void>;
}

/** Passes all calls for `name` on to `address`, the name that was asked for in `Host`. */
export async function tlsProxy(name: string, address: string): Promise<TlsProxy> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: name }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
  });
  const server: Server = createServer({ key, cert }, (incoming, outgoing) => {
    const { hostname, port } = new URL(address);
    const { method, url: path, headers } = incoming;
    const passed = request({ hostname, port, method, path, headers }, (answer: IncomingMessage) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    certificate: cert,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
