import { type Context, closeContext, openContext } from '../context.ts';
import { readSettings, type Settings } from '../settings.ts';
import { type ExitCode, UsageError } from './command.ts';
import type { Terminal } from './terminal.ts';

/** The settings of the environment; wrong ones end the command. */
export function settingsOf(terminal: Terminal): Settings {
  const settings = readSettings(terminal.env);
  if (!settings.ok) throw new UsageError(settings.problems.map(({ message }) => message).join('\n'));
  return settings.value;
}

/** Runs `work` on the database of the settings, also while servers run on it, and closes it again. */
export async function withWorkspace(
  terminal: Terminal,
  work: (context: Context) => Promise<ExitCode>,
): Promise<ExitCode> {
  const context = await openContext({
    ...settingsOf(terminal),
    report: (error) => terminal.tell(error instanceof Error ? error.message : String(error)),
  });
  try {
    return await work(context);
  } finally {
    await closeContext(context);
  }
}
