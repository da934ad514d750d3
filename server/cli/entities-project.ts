import { z } from 'zod';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { type SpanFault, spanFault } from '../../shared/names/entity/mention-span.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { projector } from '../../shared/names/projection/projection.ts';
import type { Registry } from '../../shared/names/registry/registry.ts';
import { malformed } from '../input/malformed.ts';
import type { ExitCode } from './command.ts';
import { type Terminal, tellProblems } from './terminal.ts';

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
  let code: ExitCode = 0;
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const read = readLine(raw);
    if (read.ok) {
      const { id, source, target, mentions } = read.value;
      const named = mentions.map((mention, at) => ({ ...mention, id: String(at), entity: null }));
      const projections = project({ source, target, mentions: named }).map(({ mention, ...place }) => {
        return { mention: mentions[Number(mention)]?.id, ...place };
      });
      await terminal.write(`${JSON.stringify({ id, projections })}\n`);
    } else {
      tellProblems(
        terminal,
        read.problems.map((problem) => ({ ...problem, line: index + 1 })),
        'standard input',
      );
      code = 1;
    }
  }
  return code;
}

function readLine(raw: string): Checked<Line> {
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (error) {
    return { ok: false, problems: [{ rule: 'json', message: `This line is no JSON: ${(error as Error).message}.` }] };
  }
  const read = line.safeParse(json);
  if (!read.success) return { ok: false, problems: malformed(read.error) };
  const problems = mentionProblems(read.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: read.data };
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
