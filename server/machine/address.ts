import { BlockList, isIP } from 'node:net';

/** This machine, and the networks that no address of the internet is in (RFC 1918, RFC 4193). */
const local = new BlockList();
local.addSubnet('127.0.0.0', 8, 'ipv4');
local.addSubnet('10.0.0.0', 8, 'ipv4');
local.addSubnet('172.16.0.0', 12, 'ipv4');
local.addSubnet('192.168.0.0', 16, 'ipv4');
local.addAddress('::1', 'ipv6');
local.addSubnet('fc00::', 7, 'ipv6');

/** Where no machine for translation is: networks of one link, in which clouds keep their secrets; what means every address; and groups. */
const never = new BlockList();
never.addSubnet('0.0.0.0', 8, 'ipv4');
never.addSubnet('169.254.0.0', 16, 'ipv4');
never.addSubnet('224.0.0.0', 3, 'ipv4');
never.addAddress('::', 'ipv6');
never.addSubnet('fe80::', 10, 'ipv6');
never.addSubnet('ff00::', 8, 'ipv6');
never.addAddress('fd00:ec2::254', 'ipv6');

/** True when texts may be sent to an IP address: to any but those above by https, and by http only where nobody is between. */
export function mayConnect(ip: string, protocol: string): boolean {
  const family = isIP(ip) === 6 ? 'ipv6' : 'ipv4';
  if (isIP(ip) === 0 || never.check(ip, family)) return false;
  return protocol === 'https:' || local.check(ip, family);
}

/** The address of a machine, or `null` for what is none: https, or http to what may be local; without a name and password, query or
 *  fragment. Where a name leads is looked at anew at each connection (`exchange.ts`). */
export function machineAddress(address: string): URL | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  return isIP(host) !== 0 && !mayConnect(host, url.protocol) ? null : url;
}

/** The address of `path` below that of a machine. A first `v1` or `v2` of the path is left out where the address ends in a version. */
export function below(address: URL, path: string): URL {
  const base = address.pathname.replace(/\/+$/u, '');
  const rest = /\/v\d+$/u.test(base) ? path.replace(/^v\d+\//u, '') : path;
  return new URL(`${base}/${rest}`, address);
}
