import type { Checked } from '../../shared/core/problem.ts';
import { type Context, type ContextSettings, closeContext, openContext } from '../context.ts';
import { UnusableDatabase } from '../db/failure.ts';
import { readSettings, type Settings } from '../settings.ts';
import { type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { type Terminal, tellProblems } from './terminal.ts';

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
  const report = (error: unknown) => terminal.tell(error instanceof Error ? error.message : String(error));
  const opened = await openWorkspace(settingsOf(terminal), report);
  if (!opened.ok) {
    tellProblems(terminal, opened.problems);
    return 1;
  }
  try {
    return await work(opened.value);
  } finally {
    await closeContext(opened.value);
  }
}

/** Opens the database of the settings; a problem where the folder or the server of it is out of order. */
export async function openWorkspace(
  settings: Settings,
  report: (error: unknown) => void,
  programs: Pick<ContextSettings, 'worker' | 'memoryThread' | 'spellingThread'> = {},
): Promise<Checked<Context>> {
  try {
    return { ok: true, value: await openContext({ ...settings, report, ...programs }) };
  } catch (error) {
    const unusable = error instanceof UnusableDatabase ? error.message : null;
    const reason = unusable ?? fileProblem(error, settings.data)?.message ?? databaseReason(error);
    if (reason === null) throw error;
    const place = settings.databaseUrl ? 'The database of DATABASE_URL' : `The data folder ${settings.data}`;
    return { ok: false, problems: [{ rule: 'data', message: `${place} cannot be used: ${reason}` }] };
  }
}

/** What an engine or the network says; errors of our own making have no code of theirs. */
function databaseReason(error: unknown): string | null {
  const { code, message } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && !code.startsWith('ERR_') ? message || code : null;
}
