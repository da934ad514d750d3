import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isOwnHost, isOwnOrigin, originOf, ownNames } from './own-names.ts';
import { refuse } from './refusal.ts';

/** What pages may load: their own server only. Styles may stand inline, as Mantine writes its variables into the
 *  page; scripts may not. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    manifestSrc: ["'self'"],
    workerSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** The methods that something here answers. */
const methods = ['GET', 'HEAD', 'POST', 'OPTIONS'];

/** Refuses requests that are meant for another host or come from a page of another origin, and tells browsers what
 *  the pages may do. `origins` are the addresses that people see where a proxy stands in front; to insist on HTTPS is the
 *  proxy's affair. */
export async function guard(app: FastifyInstance, host: string, origins: readonly string[] = []): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  const names = ownNames(host);
  app.addHook('onRequest', async (request, reply) => {
    if (!methods.includes(request.method)) {
      reply.header('allow', methods.join(', '));
      return refuse(request, reply, 405, [
        { rule: 'method', message: `Nothing here answers ${request.method}. Use ${methods.join(', ')}.` },
      ]);
    }
    const asked = request.headers.host;
    if (!isOwnHost(asked, names) && originOf(asked, origins) === null) {
      return refuse(request, reply, 403, [
        {
          rule: 'foreign-host',
          message:
            'Radif does not go by this name. Open it at the address that it printed; behind a proxy, start it with RADIF_ORIGIN set to the address that people see.',
        },
      ]);
    }
    if (!isOwnOrigin(request.headers.origin, asked, origins)) {
      return refuse(request, reply, 403, [
        {
          rule: 'foreign-origin',
          message: 'A page of another origin made this call. Radif answers its own pages only.',
        },
      ]);
    }
    return undefined;
  });
}
