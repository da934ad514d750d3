import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { originOf } from './own-names.ts';
import type { Door } from './session.ts';
import { onceMore, signInPage } from './sign-in-page.ts';

/** The client in the folder `client`: its assets, whose names change with their content, and its one page at every
 *  path that is asked for as a page. The page needs a session; `?key=` on any path gives one. */
export async function servePages(
  app: FastifyInstance,
  client: string,
  door: Door,
  origins: readonly string[],
): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(client, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '1y',
  });

  // Wrong keys alone are counted: whoever has the right one is never kept out by somebody else's guesses.
  const isNoGuess = (request: FastifyRequest) => {
    const key = keyOf(request);
    return key === null || door.opensTo(key);
  };
  const tries = { max: 60, allowList: isNoGuess };
  app.get('/*', { config: { rateLimit: tries } }, async (request, reply) => {
    const key = keyOf(request);
    if (key !== null) {
      const secure = originOf(request.headers.host, origins)?.startsWith('https:') === true;
      if (door.signIn(key, reply, secure))
        return reply.header('cache-control', 'no-store').redirect(withoutKey(request), 303);
      return html(reply, 401, signInPage({ wrongKey: true }));
    }
    if (!isPage(request)) return reply.callNotFound();
    if (door.admits(request)) return html(reply, 200, await readFile(join(client, 'index.html'), 'utf8'));
    if (request.headers['sec-fetch-site'] === 'cross-site') return html(reply, 200, onceMore);
    return html(reply, 401, signInPage({ wrongKey: false }));
  });
}

function html(reply: FastifyReply, status: number, page: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}

/** The client routes by itself, so any path may be a page; a script that asks for one that is not there is told so. */
function isPage(request: FastifyRequest): boolean {
  return target(request).pathname === '/' || (request.headers.accept ?? '').includes('text/html');
}

function keyOf(request: FastifyRequest): string | null {
  return target(request).searchParams.get('key');
}

/** The same address without the key; never another host, whatever the path looks like. */
function withoutKey(request: FastifyRequest): string {
  const { pathname, searchParams } = target(request);
  searchParams.delete('key');
  const rest = searchParams.toString();
  return `${pathname.replace(/^\/+/, '/')}${rest ? `?${rest}` : ''}`;
}

function target(request: FastifyRequest): URL {
  return new URL(`http://radif${request.url}`);
}
