import { rebuildProjections } from '../commands/document/rebuild-projections.ts';
import { command } from './command.ts';
import { withWorkspace } from './workspace.ts';

export const rebuild = command('rebuild', {
  usage: '',
  about:
    'Makes the tables that lists, search and exports read anew from the documents, and writes what was done as JSON.',
  options: {},
  run: ({ terminal }) =>
    withWorkspace(terminal, async (context) => {
      await terminal.write(`${JSON.stringify(await rebuildProjections(context))}\n`);
      return 0;
    }),
});
