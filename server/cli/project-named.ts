import { listProjects } from '../commands/project/list.ts';
import type { Context } from '../context.ts';
import { projectById } from '../db/project.ts';
import { UsageError } from './command.ts';

/** The project that is called so, by its name or id; `null` where there is none. Of several with one name none is guessed. */
export async function projectNamed(
  context: Context,
  said: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const byId = await projectById(context.store.db, said);
  if (byId) return { id: byId.id, name: byId.name };
  const [found, ...others] = (await listProjects(context)).filter(({ name }) => name === said);
  if (found && others.length > 0) {
    const ids = [found, ...others].map(({ id, progress }) => `${id} (${progress.segments} segments)`);
    throw new UsageError(`${ids.length} projects are called "${said}". Say which by its id: ${ids.join(', ')}.`);
  }
  return found ? { id: found.id, name: found.name } : null;
}
