import { parseCookie, stringifySetCookie } from 'cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { admits, type Lock, opens, sessionOf } from './key.ts';
import { refuse } from './refusal.ts';

const month = 30 * 24 * 60 * 60;

/** Who comes in: the local user, once signed in by the link with the key. */
export interface Door {
  /** True for a request with the cookie of this door. */
  admits(request: FastifyRequest): boolean;
  /** True for the right key, or a whole link that holds it. */
  opensTo(key: string): boolean;
  /** Signs in with `key`, or with a whole link that holds one; false when it is not the right one. The cookie travels by
   *  HTTPS alone when `secure`. */
  signIn(key: string, reply: FastifyReply, secure: boolean): boolean;
  /** Has another lock from now on: nobody is signed in any more. */
  change(lock: Lock): void;
  readonly lock: Lock;
}

/** The door with a lock. The cookie is named after the lock: browsers send cookies to all ports of a host, so the servers
 *  of two databases need two names, and two servers of one database share one. */
export function doorOf(first: Lock): Door {
  let lock = first;
  const name = () => `radif-${lock.session.slice(0, 8)}`;
  return {
    get lock() {
      return lock;
    },
    change(next) {
      lock = next;
    },
    admits: (request) => admits(lock, parseCookie(request.headers.cookie ?? '')[name()] ?? ''),
    opensTo: (given) => opens(lock, keyIn(given)),
    signIn(given, reply, secure) {
      const key = keyIn(given);
      if (!opens(lock, key)) return false;
      const value = sessionOf(key);
      reply.header(
        'set-cookie',
        stringifySetCookie({
          name: name(),
          value,
          httpOnly: true,
          sameSite: 'strict',
          path: '/',
          maxAge: month,
          secure,
        }),
      );
      return true;
    },
  };
}

function keyIn(given: string): string {
  return /[?&]key=([\w-]+)/.exec(given)?.[1] ?? given.trim();
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
