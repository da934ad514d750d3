import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { type Cluster, startCluster } from './cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** An address that answers every request with the address of a new, empty PostgreSQL database. */
    readonly databases: string;
  }
}

/** One PostgreSQL cluster for the whole run, started when the first suite asks for a database. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | undefined;
  const server = await listening(async () => {
    cluster ??= startCluster();
    return (await cluster).newDatabase();
  });
  project.provide('databases', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return async () => {
    server.close();
    await (await cluster)?.stop();
  };
}

async function listening(answer: () => Promise<string>): Promise<Server> {
  const server = createServer((_request, response) => {
    answer().then(
      (text) => response.end(text),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return server;
}
