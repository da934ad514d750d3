import { z } from 'zod';
import type { Problem } from '../../shared/core/problem.ts';
import { type SpanFault, spanFault } from '../../shared/names/entity/mention-span.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../shared/names/projection/projection.ts';
import type { Registry } from '../../shared/names/registry/registry.ts';
import type { ExitCode } from './command.ts';
import { readLines } from './json-lines.ts';
import type { Terminal } from './terminal.ts';

const id = z.union([z.string(), z.number()]);
const line = z.object({
  id,
  source: z.string(),
  target: z.string(),
  mentions: z.array(z.object({ id, from: z.int(), to: z.int(), label: z.string().min(1) })),
});
type Line = z.infer<typeof line>;

/** Writes where the English of the mentions stands, a line for each line that can be read; the others are told. */
export async function projectMentions(text: string, registry: Registry, terminal: Terminal): Promise<ExitCode> {
  const { project } = projector({ registry, gazetteer: builtInGazetteer() });
  return readLines(text, line, terminal, (read) => {
    const problems = mentionProblems(read);
    if (problems.length > 0) return { ok: false, problems };
    const { id, source, target, mentions } = read;
    const named = mentions.map((mention, at) => ({ ...mention, id: String(at), entity: null }));
    const projections = project({ source, target, mentions: named }).map(({ mention, ...place }) => {
      return { mention: mentions[Number(mention)]?.id, ...place };
    });
    return { ok: true, value: { id, projections } };
  });
}

function mentionProblems({ source, mentions }: Line): readonly Problem[] {
  const ids = new Set<string | number>();
  return mentions.flatMap(({ id, from, to }) => {
    const fault = spanFault(source, { from, to });
    const said = [
      ...(ids.has(id) ? ['has the id of another one. Give each its own'] : []),
      ...(fault === null ? [] : [faults[fault](from, to, source.length)]),
    ];
    ids.add(id);
    return said.map((message) => ({
      rule: 'mention',
      message: `Mention ${JSON.stringify(id)} ${message}.`,
      element: String(id),
    }));
  });
}

const faults: Readonly<Record<SpanFault, (from: number, to: number, length: number) => string>> = {
  outside: (from, to, length) =>
    `reaches from ${from} to ${to}, but the source has ${length} UTF-16 units. Count from its start`,
  reversed: (from, to) => `ends at ${to} before it begins at ${from}. Exchange "from" and "to"`,
  empty: (from) => `covers nothing at ${from}. Let "to" be greater than "from"`,
  'inside-character': (from, to) =>
    `begins or ends inside a character at ${from}–${to}. Offsets are UTF-16 units and cut no surrogate pair and no grapheme`,
};
