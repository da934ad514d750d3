import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import { isOwnHost, isOwnOrigin, ownNames } from './own-names.ts';
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

/** Refuses requests that are meant for another host or come from a page of another origin, and tells browsers what
 *  the pages may do. There is no HTTPS here to insist on. */
export async function guard(app: FastifyInstance, host: string): Promise<void> {
  await app.register(helmet, { contentSecurityPolicy, strictTransportSecurity: false });
  const names = ownNames(host);
  app.addHook('onRequest', async (request, reply) => {
    const asked = request.headers.host;
    if (!isOwnHost(asked, names)) {
      return refuse(request, reply, 403, [
        { rule: 'foreign-host', message: 'Radif does not go by this name. Open it at the address that it printed.' },
      ]);
    }
    if (!isOwnOrigin(request.headers.origin, asked)) {
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
