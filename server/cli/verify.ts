import { verify as verifyAll } from '../backup/verify.ts';
import { command } from './command.ts';
import { tellProblems } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

export const verify = command('verify', {
  usage: '',
  about: `Looks at every document: its log has no gap, each version that was kept can be made again, the laws hold, and the rows
that lists, search and exports read say what the document says. Changes nothing; ends with 1 where something is wrong.`,
  options: {},
  run: ({ terminal }) =>
    withWorkspace(terminal, async (context) => {
      const { problems, ...counts } = await verifyAll(context);
      tellProblems(terminal, problems);
      await terminal.write(`${JSON.stringify({ ...counts, problems: problems.length })}\n`);
      return problems.length === 0 ? 0 : 1;
    }),
});
