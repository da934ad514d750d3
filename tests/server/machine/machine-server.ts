import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the machine saw it. */
export interface Seen {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
}

export type Answering = (seen: Seen, response: ServerResponse, request: IncomingMessage) => void;

/** A real HTTP server in place of a machine. */
export interface MachineServer {
  readonly address: string;
  readonly seen: Seen[];
  /** Connections that were closed before they were answered. */
  readonly givenUp: number;
  answer(answering: Answering): void;
  close(): Promise<void>;
}

export async function machineServer(first: Answering): Promise<MachineServer> {
  const seen: Seen[] = [];
  let answering = first;
  let givenUp = 0;
  const server: Server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const one = {
        path: request.url ?? '',
        headers: request.headers,
        body: JSON.parse(Buffer.concat(pieces).toString()),
      };
      seen.push(one);
      response.on('close', () => {
        if (!response.writableFinished) givenUp += 1;
      });
      answering(one, response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    get givenUp() {
      return givenUp;
    },
    answer: (next) => {
      answering = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a status and JSON. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answering {
  return (_seen, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  };
}

/** Answers as a chat does. */
export function says(content: string): Answering {
  return json({ choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' }] });
}
