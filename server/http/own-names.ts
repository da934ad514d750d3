import { hostname, networkInterfaces } from 'node:os';

const loopback = ['localhost', '127.0.0.1', '::1'];
const everywhere = new Set(['0.0.0.0', '::']);

/** The names and addresses under which a server that listens on `host` is reached. No foreign site can make a browser
 *  put one of them into `Host`: with DNS rebinding it still says the name of that site. */
export function ownNames(host: string): ReadonlySet<string> {
  if (!everywhere.has(host)) return new Set([...loopback, host.toLowerCase()]);
  const addresses = Object.values(networkInterfaces()).flatMap((all = []) => all.map(({ address }) => address));
  return new Set([...loopback, ...addresses, hostname().toLowerCase()]);
}

/** True when `host`, the header with or without a port, is one of `names`. The port is free: a forwarded one is
 *  another than the one that the server listens on. */
export function isOwnHost(host: string | undefined, names: ReadonlySet<string>): boolean {
  const name = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::\d+)?$/.exec(host ?? '');
  return names.has((name?.[1] ?? name?.[2] ?? '').toLowerCase());
}

/** True when a call comes from a page of the server that it goes to, or from no page at all. Of a host that a proxy stands
 *  for, it is the very origin that was set. */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  origins: readonly string[] = [],
): boolean {
  if (origin === undefined) return true;
  const set = originOf(host, origins);
  return set === null ? origin === `http://${host}` || origin === `https://${host}` : origin === set;
}

/** The origin among `origins` that `host`, the header, belongs to: the address that people see, of which a proxy in front
 *  passes the name on. */
export function originOf(host: string | undefined, origins: readonly string[]): string | null {
  return origins.find((origin) => new URL(origin).host === host?.toLowerCase()) ?? null;
}
