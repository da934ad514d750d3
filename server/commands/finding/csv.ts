import { findingWords } from '../../../shared/doc/checks/finding-words.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { guarded } from '../../../shared/formats/registry/cell.ts';
import { csvRecord } from '../../../shared/formats/text/csv.ts';
import type { Context } from '../../context.ts';
import { documentsInUse } from '../../db/document.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { projectChecks } from './checked.ts';
import { openFindings } from './open.ts';

const columns = ['document', 'title', 'segment', 'rule', 'severity', 'message', 'fix', 'fa', 'en'];

/** The findings of a project that nobody ignores, as CSV (RFC 4180): one a line, a document at a time, so that a project of any size takes
 *  the memory of one. `segment` counts from 1; `fix` is what would be right in place of what was found. */
export async function findingsCsv(ctx: Context, { project }: { readonly project: string }) {
  const { db } = ctx.store;
  const row = await projectById(db, project);
  if (!row) throw new UnknownRecord('project', project);
  return { name: row.name, pieces: pieces(ctx, project) };
}

async function* pieces(ctx: Context, project: string): AsyncGenerator<string, void> {
  const { db } = ctx.store;
  const by = await projectChecks(ctx, project);
  yield csvRecord(columns);
  for (const { id, title } of await documentsInUse(db, project)) {
    const open = await openFindings(ctx, id, by);
    if (!open || open.findings.length === 0) continue;
    const source = open.held.source.text;
    const rows = new Map(segments(open.held.doc).map((segment) => [segment.id, segment]));
    const lines = open.findings.map(({ rule, severity, segment, values, remedy }) => {
      const place = rows.get(segment ?? '');
      const fix = remedy?.kind === 'replace' ? remedy.after : null;
      const message = findingWords({ rule, values });
      const number = place ? String(place.index + 1) : '';
      const persian = place ? source.slice(place.from, place.to) : '';
      return csvRecord(
        [id, title, number, rule, severity, message, fix ?? '', persian, place?.text ?? ''].map(guarded),
      );
    });
    yield lines.join('');
  }
}
