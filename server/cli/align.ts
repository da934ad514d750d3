import type { Knowledge } from '../../shared/alignment/evidence/partners.ts';
import { align as alignTexts } from '../../shared/alignment/sentences/align.ts';
import { englishRules, persianRules } from '../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../shared/language/sentences/segmentation.ts';
import { alignCases } from './align-cases.ts';
import { command, type ExitCode, UsageError } from './command.ts';
import { encodingOf, encodingOption, inputText, withRemedy } from './input.ts';
import { knowledgeFrom, knowledgeOptions, textOf } from './knowledge.ts';
import { type Terminal, tellProblems } from './terminal.ts';

export const align = command('align', {
  usage: 'FA.txt EN.txt [--segment] [--jsonl] | --cases < FILE',
  about: `Aligns a Persian text with its English, one unit a line each, and writes the beads as JSON:
{"source":["…","…"],"target":["…"],"beads":[{"source":[0,1],"target":[0],"score":0.97}],"remarks":[]}.
Units count from 0; blank lines are none. A score is how likely the bead is right, 0…1. A bead with an empty side is a unit that
stands alone. What one should know of the texts, as that they seem exchanged, is among the remarks and on standard error.

With --jsonl a bead is a line: {"source":[0,1],"target":[0],"score":0.97,"sourceText":["…","…"],"targetText":["…"]}.

--cases reads JSON Lines {"doc":"a","level":"mild","fa":["…"],"en":["…"]} on standard input and writes
{"doc":"a","level":"mild","beads":[[[0,1],[0]],[[2],[1]]]} a line. A line that cannot be read is told on standard error; the
others are aligned.`,
  options: {
    segment: { type: 'boolean', about: 'the files are running text: split them into sentences first' },
    jsonl: { type: 'boolean', about: 'write a bead a line, with its texts' },
    cases: { type: 'boolean', about: 'align many small texts from standard input' },
    ...knowledgeOptions,
    encoding: encodingOption,
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    if (values.cases === true) {
      if (positionals.length > 0) throw new UsageError('--cases reads standard input and takes no files.');
      const knowledge = await knowledgeFrom(values, terminal);
      const text = knowledge === null ? null : await inputText(terminal, values.encoding);
      return knowledge === null || text === null ? 1 : alignCases(text, knowledge, terminal);
    }
    const [persian, english, ...more] = positionals;
    if (persian === undefined || english === undefined || more.length > 0) {
      throw new UsageError(`Expected a Persian file and an English one, found ${positionals.length} files.`);
    }
    const knowledge = await knowledgeFrom(values, terminal);
    return knowledge === null ? 1 : alignFiles(persian, english, values, knowledge, terminal);
  },
});

interface Files {
  readonly segment?: boolean;
  readonly jsonl?: boolean;
  readonly encoding?: string;
}

async function alignFiles(
  persian: string,
  english: string,
  { segment = false, jsonl = false, encoding }: Files,
  knowledge: Knowledge,
  terminal: Terminal,
): Promise<ExitCode> {
  const texts = [];
  for (const path of [persian, english]) {
    const text = await textOf(path, encodingOf(encoding));
    if (!text.ok) {
      tellProblems(terminal, withRemedy(text.problems, true), path);
      return 1;
    }
    texts.push(text.value);
  }
  const [source, target] = [unitsOf(texts[0] ?? '', segment, 'fa'), unitsOf(texts[1] ?? '', segment, 'en')];
  const result = alignTexts(source, target, knowledge);
  if (!result.ok) {
    tellProblems(terminal, result.problems);
    return 1;
  }
  const { beads, remarks } = result.value;
  tellProblems(terminal, remarks);
  const written = beads.map((bead) => ({
    source: bead.source,
    target: bead.target,
    score: Math.round(bead.score * 1000) / 1000,
  }));
  if (!jsonl) {
    await terminal.write(`${JSON.stringify({ source, target, beads: written, remarks })}\n`);
    return 0;
  }
  for (const bead of written) {
    const sourceText = bead.source.map((unit) => source[unit]);
    const targetText = bead.target.map((unit) => target[unit]);
    await terminal.write(`${JSON.stringify({ ...bead, sourceText, targetText })}\n`);
  }
  return 0;
}

function unitsOf(text: string, segment: boolean, lang: 'fa' | 'en'): readonly string[] {
  if (segment) {
    const { units } = segmentSource(text, lang === 'fa' ? persianRules : englishRules);
    return units.map(({ from, to }) => text.slice(from, to));
  }
  return text.split(/\r\n|[\n\r\u2029]/u).filter((line) => /[^\s\u0085]/u.test(line));
}
