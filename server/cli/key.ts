import { accessKey, renewKey } from '../http/key.ts';
import { command } from './command.ts';
import { servers } from './running-servers.ts';
import { settingsOf, withWorkspace } from './workspace.ts';

export const key = command('key', {
  usage: '[--new]',
  about: `Prints the link that signs in at each server that runs on the data folder, or else the key alone. The key lies in the
data folder, readable by its owner only; the database knows no more than how to tell the right one.`,
  options: {
    new: { type: 'boolean', about: 'make a new key first: everybody is signed out, the old link opens nothing' },
  },
  run: ({ values, terminal }) =>
    withWorkspace(terminal, async ({ store }) => {
      const { data, origins, databaseUrl } = settingsOf(terminal);
      const found = values.new ? await renewKey(store, data) : (await accessKey(store, data)).key;
      if (found === null) {
        terminal.tell('The key lies on the machine that made it; "radif key --new" makes a new one for all.');
        return 1;
      }
      const running = databaseUrl ? [] : await servers(data, (line) => terminal.tell(line));
      const addresses = origins.length > 0 ? origins : running.map(({ address }) => address);
      const lines = addresses.length > 0 ? addresses.map((address) => linkTo(address, found)) : [found];
      await terminal.write(`${lines.join('\n')}\n`);
      return 0;
    }),
});

/** The address that signs in; without the key, where this machine has not got it. */
export function linkTo(address: string, key: string | null): string {
  return key === null ? `${address}/` : `${address}/?key=${key}`;
}
