import { lookup } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { MachineTrouble } from '../../shared/core/machine.ts';
import { mayConnect } from './address.ts';

/** An answer to a request, whatever its status. */
export interface Response {
  readonly status: number;
  /** What `Retry-After` says, as it stands. */
  readonly retryAfter: string | null;
  readonly body: string;
}

/** Why there is no answer. */
export type Unanswered = Extract<MachineTrouble['rule'], 'address' | 'unreachable' | 'slow' | 'elsewhere' | 'endless'>;

export interface Posted {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds until the answer must be whole. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

/** The longest answer that is read, in bytes: a rendering is far shorter. */
const MOST = 512 * 1024;
const REDIRECTS = 3;

/** Posts JSON and reads the answer to its end: within its time and size, from where it was sent to alone. A redirection is followed
 *  only to the same host, protocol and port, and only as a post. Throws when `signal` says that nobody wants the answer any more. */
export async function post(posted: Posted): Promise<Response | Unanswered> {
  const late = AbortSignal.timeout(posted.patience);
  const signal = AbortSignal.any([posted.signal, late]);
  let { url } = posted;
  for (let redirects = 0; redirects <= REDIRECTS; redirects++) {
    const answered = await once(posted, url, signal);
    posted.signal.throwIfAborted();
    if (late.aborted) return 'slow';
    if (typeof answered === 'string') return answered;
    const { status, location, ...response } = answered;
    if (status < 300 || status >= 400) return { status, ...response };
    const next = location !== null && URL.canParse(location, url) ? new URL(location, url) : null;
    if ((status !== 307 && status !== 308) || next?.origin !== url.origin) return 'elsewhere';
    url = next;
  }
  return 'elsewhere';
}

type Once = (Response & { readonly location: string | null }) | Unanswered;

function once({ headers, body }: Posted, url: URL, signal: AbortSignal): Promise<Once> {
  return new Promise((resolve) => {
    const sent: ClientRequest = (url.protocol === 'https:' ? requestSecure : requestPlain)(url, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json',
        'accept-encoding': 'identity',
      },
      // A connection of its own, so that one that is given up ends with its request and the machine hears of it.
      agent: false,
      lookup: guarded(url.protocol),
      signal,
    });
    sent.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === FORBIDDEN ? 'address' : 'unreachable'));
    sent.once('response', (response) => {
      void read(response).then(resolve, () => resolve('unreachable'));
    });
    sent.end(body);
  });
}

async function read(response: IncomingMessage): Promise<Once> {
  const { statusCode: status = 0, headers } = response;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    size += piece.length;
    // Leaving the loop ends the connection.
    if (size > MOST) return 'endless';
    pieces.push(piece);
  }
  if (!response.complete) return 'unreachable';
  const { location = null, 'retry-after': retryAfter = null } = headers;
  return { status, location, retryAfter, body: Buffer.concat(pieces).toString('utf8') };
}

const FORBIDDEN = 'ERADIFFORBIDDEN';

/** Finds the addresses of a host, and lets only those be connected to that may be: a name that led elsewhere when it was written down is
 *  looked at again. */
function guarded(protocol: string): LookupFunction {
  return (host, options, done) => {
    lookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '');
      const allowed = addresses.filter(({ address }) => mayConnect(address, protocol));
      const [first] = allowed;
      if (!first) return done(Object.assign(new Error(`${host} is no address to send to.`), { code: FORBIDDEN }), '');
      if (options.all) done(null, allowed);
      else done(null, first.address, first.family);
    });
  };
}
