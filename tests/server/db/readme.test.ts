import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { postgresAddress } from '../../../server/db/postgres-address.ts';
import { variables } from '../../../server/settings.ts';
import { faultNames } from '../../../shared/core/faults.ts';
import { radif } from '../cli/in-process.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
/** What it says of a database, in one line. */
const told = readme.slice(readme.indexOf('## Settings'), readme.indexOf('The key that signs in')).replaceAll('\n', ' ');

describe('what the README says of the database', () => {
  it('names every setting with its default', () => {
    const rows = [...told.matchAll(/\| `([A-Z_]+)` \| [^|]+ \| (?:`([^`]+)`)? *\|/g)];
    const named = rows.map(([, name, standard = '']) => [name, standard]);
    const defaults = variables.map(({ name, standard }) => [name, name === 'RADIF_SCHEMA' ? 'radif' : standard]);
    expect(named).toEqual(defaults);
  });

  it('names every limit of the address with its default', () => {
    const limits = Object.fromEntries(
      [...told.matchAll(/`([a-z_]+)`\s\((\d+)/g)].map(([, name, n]) => [name, Number(n)]),
    );
    const { session, connecting, tryingAfter, answering, connections } = postgresAddress('postgres://127.0.0.1/radif');
    const own = {
      query_timeout: answering,
      connect_timeout: connecting / 1000,
      keepalives_idle: tryingAfter / 1000,
      connections: 3 * connections,
    };
    expect(limits).toEqual({ ...session, ...own });
  });

  it('names every fault', () => {
    const named = [...told.matchAll(/`(?:storage)?(-[a-z-]+)`/g)].map(([, name]) => `storage${name}`);
    expect(named.toSorted()).toEqual(faultNames.toSorted());
  });

  it('names commands that there are', async () => {
    const named = [...readme.matchAll(/radif -- ([a-z-]+)/g)].map(([, name = '']) => name);
    expect(named).toEqual(expect.arrayContaining(['backup', 'key']));
    for (const name of [...new Set([...named, 'restore', 'copy', 'verify'])]) {
      expect(await radif([name, '--help']), name).toMatchObject({ code: 0 });
    }
  });
});
