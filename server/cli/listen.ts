import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Checked, Problem } from '../../shared/core/problem.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** How many ports after the one that was asked for are tried. */
const TRIES = 20;

/** Listens on `port`, or where that is taken on the next free one after it. Gives the address for a browser on this
 *  machine, and the problem that was got round. Port 0 is any free one. */
export async function listen(
  app: FastifyInstance,
  { host, port }: Place,
): Promise<Checked<{ address: string; taken: boolean }>> {
  for (let next = port; ; next++) {
    try {
      await app.listen({ host, port: next });
      return { ok: true, value: { address: addressOf(app, host), taken: next !== port } };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EADDRINUSE' && next - port < TRIES && next < 65_535) continue;
      const problem = explain(code, { host, port });
      if (problem === null) throw error;
      return { ok: false, problems: [problem] };
    }
  }
}

/** A server that listens everywhere is reached from here at the loopback address. */
function addressOf(app: FastifyInstance, host: string): string {
  const { port } = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

function explain(code: string | undefined, { host, port }: Place): Problem | null {
  switch (code) {
    case 'EADDRINUSE':
      return {
        rule: 'port-taken',
        message: `Port ${port} and the ${TRIES} after it are taken. Choose another one with PORT.`,
      };
    case 'EACCES':
      return {
        rule: 'port-forbidden',
        message: `This user may not listen on port ${port}. Choose one above 1023 with PORT.`,
      };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { rule: 'host', message: `"${host}" is no address of this machine. Choose another one with HOST.` };
    default:
      return null;
  }
}
