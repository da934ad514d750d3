import { type Severity, severities } from '../../shared/core/finding.ts';
import type { DocumentFinding } from '../../shared/doc/checks/document-finding.ts';
import { findingWords } from '../../shared/doc/checks/finding-words.ts';
import { projectChecks } from '../commands/finding/checked.ts';
import { openFindings } from '../commands/finding/open.ts';
import type { Context } from '../context.ts';
import { documentById } from '../db/document.ts';
import { UnknownRecord } from '../db/unknown.ts';
import type { ExitCode } from './command.ts';
import type { Terminal } from './terminal.ts';
import { withWorkspace } from './workspace.ts';

/** Writes what the checks find in the document `id` as it stands now, one finding a line. */
export function checkDocument(id: string, least: Severity, terminal: Terminal): Promise<ExitCode> {
  return withWorkspace(terminal, async (context) => {
    for (const finding of await findingsOf(context, id)) {
      if (severities.indexOf(finding.severity) > severities.indexOf(least)) continue;
      await terminal.write(`${JSON.stringify(told(finding))}\n`);
    }
    return 0;
  });
}

async function findingsOf(context: Context, id: string): Promise<readonly DocumentFinding[]> {
  const { db } = context.store;
  const row = await documentById(db, id);
  if (!row) throw new UnknownRecord('document', id);
  return (await openFindings(context, id, await projectChecks(context, row.project_id)))?.findings ?? [];
}

/** A finding as a line; `id` is that of the segment. A finding about a name has its mention in place of a place. */
function told({ rule, severity, segment, mention, values, found, remedy }: DocumentFinding) {
  const fix = remedy?.kind === 'replace' ? remedy.after : null;
  return {
    ...{ id: segment, rule, severity },
    ...(found ?? { mention }),
    message: findingWords({ rule, values }),
    ...(fix === null ? {} : { fix }),
  };
}
