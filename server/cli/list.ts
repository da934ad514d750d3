import { listDocuments } from '../commands/document/list.ts';
import { listProjects } from '../commands/project/list.ts';
import { command } from './command.ts';
import { withWorkspace } from './workspace.ts';

export const list = command('list', {
  usage: '[--archived]',
  about: 'Writes the projects and their documents, with their progress, as JSON.',
  options: { archived: { type: 'boolean', about: 'those that were put away instead' } },
  run: ({ values: { archived = false }, terminal }) =>
    withWorkspace(terminal, async (context) => {
      const documents = await listDocuments(context, { archived });
      const projects = await listProjects(context, { archived });
      const listed = projects.map((project) => ({
        ...project,
        documents: documents.filter((document) => document.project === project.id),
      }));
      await terminal.write(`${JSON.stringify({ projects: listed })}\n`);
      return 0;
    }),
});
