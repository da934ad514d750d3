import { readFile } from 'node:fs/promises';
import type { Knowledge } from '../../shared/alignment/evidence/partners.ts';
import { learn } from '../../shared/alignment/learning/learn.ts';
import { type LearnedLexicon, learnedLexicon } from '../../shared/alignment/learning/learned.ts';
import type { Checked } from '../../shared/core/problem.ts';
import { readTmxPairs } from '../../shared/formats/tmx/read-pairs.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { nameLexicon } from '../../shared/names/lexicon/name-lexicon.ts';
import { decode } from '../import/decode.ts';
import type { Encoding } from '../import/encoding.ts';
import { registryFrom } from './entities-registry.ts';
import { fileProblem } from './file-failure.ts';
import { withRemedy } from './input.ts';
import { type Terminal, tellProblems } from './terminal.ts';

/** The options of commands that align texts or words. */
export const knowledgeOptions = {
  registry: { type: 'string', value: 'FILE', about: 'the entities to know, as CSV' },
  learn: {
    type: 'string',
    value: 'FILE',
    about: 'a translation memory (TMX) whose units are right, to learn words from',
  },
} as const;

/** What aligning knows of names and words by these options; `null` when a file cannot be read, which is told. */
export async function knowledgeFrom(
  { registry, learn: memory }: { readonly registry?: string; readonly learn?: string },
  terminal: Terminal,
): Promise<Knowledge | null> {
  const entities = await registryFrom(registry, terminal);
  const learned = memory === undefined ? undefined : await learnedFrom(memory, terminal);
  if (entities === null || learned === null) return null;
  return { names: nameLexicon(entities, builtInGazetteer()), learned };
}

async function learnedFrom(path: string, terminal: Terminal): Promise<LearnedLexicon | null> {
  const text = await textOf(path);
  const read = text.ok ? readTmxPairs(text.value) : text;
  if (!read.ok) {
    tellProblems(terminal, withRemedy(read.problems, false), path);
    return null;
  }
  const { pairs, incomplete } = read.value;
  if (incomplete > 0)
    terminal.tell(`${path}: ${incomplete} units lack Persian or English; nothing is learned from them.`);
  return learnedLexicon(learn(pairs));
}

/** The text of a file, in the encoding asked for, else UTF-8, or UTF-16 with its mark. */
export async function textOf(path: string, encoding?: Encoding): Promise<Checked<string>> {
  try {
    return decode(await readFile(path), encoding);
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    return { ok: false, problems: [problem] };
  }
}
