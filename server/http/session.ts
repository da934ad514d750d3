import { createHash } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { same, sessionOf } from './key.ts';
import { refuse } from './refusal.ts';

const month = 30 * 24 * 60 * 60;

/** Who comes in: the local user, once signed in by the link with the key. */
export interface Door {
  /** True for a request with the cookie of this door. */
  admits(request: FastifyRequest): boolean;
  /** Signs in with `key`, or with a whole link that holds one; false when it is not the right one. */
  signIn(key: string, reply: FastifyReply): boolean;
}

/** The door that `key` opens. The cookie is named after the key: browsers send cookies to all ports of a host, so
 *  the servers of two databases need two names, and two servers of one database share one. */
export function doorOf(key: string): Door {
  const session = sessionOf(key);
  const name = `radif-${createHash('sha256').update(session).digest('hex').slice(0, 8)}`;
  return {
    admits: (request) => same(parseCookie(request.headers.cookie ?? '')[name] ?? '', session),
    signIn: (given, reply) => {
      if (!same(/[?&]key=([\w-]+)/.exec(given)?.[1] ?? given.trim(), key)) return false;
      reply.header(
        'set-cookie',
        stringifySetCookie({ name, value: session, httpOnly: true, sameSite: 'strict', path: '/', maxAge: month }),
      );
      return true;
    },
  };
}

/** Lets only calls through that come from a page of this server, or from no page, and that are signed in. */
export function requireSession(door: Door) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') {
      return refuse(request, reply, 403, [
        { rule: 'foreign-site', message: 'Another site made this call. Radif answers its own pages only.' },
      ]);
    }
    if (door.admits(request)) return undefined;
    return refuse(request, reply, 401, [
      {
        rule: 'signed-out',
        message: 'You are not signed in. Open the link with the key that Radif printed when it was started.',
      },
    ]);
  };
}
