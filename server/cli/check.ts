import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { learnedBand } from '../../shared/checks/pair/length-band.ts';
import type { TextPair } from '../../shared/checks/pair/rule.ts';
import { type English, englishes, ownWords, proofread } from '../../shared/checks/spelling.ts';
import { termRemarks } from '../../shared/checks/terms.ts';
import {
  pairRemarks,
  paragraphRemarks,
  type RuledRemark,
  togetherRemarks,
  usualSeverity,
} from '../../shared/checks/text-rules.ts';
import { textWords } from '../../shared/checks/text-words.ts';
import type { Severity } from '../../shared/core/finding.ts';
import { severities } from '../../shared/core/finding.ts';
import { tmxUnitsFile } from '../../shared/formats/tmx/read-units.ts';
import { type Glossary, glossaryOf } from '../../shared/terms/glossary.ts';
import type { Term } from '../../shared/terms/term.ts';
import { glossaryIn } from '../import/glossary/read.ts';
import { openSpelling } from '../spelling/spelling.ts';
import { checkDocument } from './check-document.ts';

import { command, type ExitCode, UsageError } from './command.ts';
import { fileProblem } from './file-failure.ts';
import { encodingOption, inputText } from './input.ts';
import { readLines } from './json-lines.ts';
import { type CorpusFiles, corpusFiles, corpusRows, Refused, textPieces } from './read-corpus.ts';
import { type Terminal, tellProblems } from './terminal.ts';

const line = z.object({ id: z.union([z.string(), z.number()]), source: z.string(), target: z.string() });

type Identified = TextPair & { readonly id: string | number };

export const check = command('check', {
  usage: '[FILE|DOCUMENT] [--terms FILE] [--english us|gb] [--least SEVERITY] [< PAIRS]',
  about: `Checks Persian texts with their English. Reads JSON Lines {"id":"a","source":"…","target":"…"} on standard input, or a file in any
format that "radif convert" reads (TMX, TSV, CSV, XLIFF, …), and writes one finding a line:
{"id":"a","rule":"text.number","severity":"error","side":"target","from":4,"to":8,"message":"…"}; "fix" is what would be right there,
where that is sure or likely. English
words that no dictionary has are told, of America and Britain alike unless --english says which; what looks like a name is not. With --terms, English that a glossary forbids is told, and terms of it that are not used. Offsets count UTF-16 units of that side. Numbers are compared by value, in all digits and in words; dates in the
Persian, the lunar and the Gregorian calendar. Brackets and quotations are judged over a paragraph where the file has such. A line or a
unit that is broken is told with its place, and the others are checked. Of a document of the workbench, by the id that "radif list"
tells, the names and the terms of its project are checked too, and what its project switched off or ignores is left out.`,
  options: {
    least: {
      type: 'string',
      value: 'SEVERITY',
      about: `findings that matter at least so much: ${severities.join(', ')} (hint)`,
    },
    terms: { type: 'string', value: 'FILE', about: 'a glossary to check by: CSV, XLSX or TBX' },
    english: { type: 'string', value: 'us|gb', about: 'the English that is right (any)' },
    encoding: encodingOption,
  },
  positionals: true,
  async run({ values, positionals, terminal }) {
    const [path, ...more] = positionals;
    if (more.length > 0) throw new UsageError(`Expected one file, found ${positionals.length}.`);
    const least = severities.find((severity) => severity === (values.least ?? 'hint'));
    if (least === undefined) {
      throw new UsageError(`--least should be one of ${severities.join(', ')}, but it is "${values.least}".`);
    }
    const english = englishes.find((each) => each === (values.english ?? 'any'));
    if (english === undefined) {
      throw new UsageError(`--english should be one of ${englishes.join(', ')}, but it is "${values.english}".`);
    }
    if (path !== undefined && isDocument(path)) {
      if (values.terms !== undefined)
        throw new UsageError('A document is checked by the terms of its project: leave --terms out.');
      if (values.english !== undefined) {
        throw new UsageError('A document is checked by the English of its project: leave --english out.');
      }
      return checkDocument(path, least, terminal);
    }
    const terms = await termsFrom(values.terms, terminal);
    if (terms === null) return 1;
    const report = new Report(terminal, least, terms, english);
    if (path !== undefined) return ofFile(path, report, terminal);
    const text = await inputText(terminal, values.encoding);
    return text === null ? 1 : ofLines(text, report, terminal);
  },
});

/** The terms of a file, none where no file is named; `null` when it cannot be read, which is told. */
async function termsFrom(path: string | undefined, terminal: Terminal): Promise<readonly Term[] | null> {
  if (path === undefined) return [];
  try {
    const read = await glossaryIn(await readFile(path));
    tellProblems(terminal, read.ok ? read.value.warnings : read.problems, path);
    return read.ok ? read.value.terms.map((term, at) => ({ ...term, id: String(at) })) : null;
  } catch (error) {
    const problem = fileProblem(error, path);
    if (problem === null) throw error;
    tellProblems(terminal, [problem], path);
    return null;
  }
}

/** True for the id of a document that is no file. */
function isDocument(path: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(path) && !existsSync(path);
}

async function ofLines(text: string, report: Report, terminal: Terminal): Promise<ExitCode> {
  const pairs: Identified[] = [];
  const quiet = { ...terminal, write: async () => {} };
  const code = await readLines(text, line, quiet, (pair) => {
    pairs.push(pair);
    return { ok: true, value: null };
  });
  await report.tell(pairs.map((pair) => [pair]));
  return code;
}

async function ofFile(path: string, report: Report, terminal: Terminal): Promise<ExitCode> {
  try {
    const paragraphs: Identified[][] = [];
    let last = '';
    for await (const { id, place, source, target } of pairsOf(await corpusFiles(path, undefined), terminal)) {
      if (place === last && place !== '') paragraphs.at(-1)?.push({ id, source, target });
      else paragraphs.push([{ id, source, target }]);
      last = place;
    }
    await report.tell(paragraphs);
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tellProblems(terminal, error.problems, error.path);
    return 1;
  }
}

/** The pairs of a file; of a memory those that are sound. `place` is the same for those of one paragraph, and empty where the file has none. */
async function* pairsOf(
  files: CorpusFiles,
  terminal: Terminal,
): AsyncGenerator<Identified & { readonly place: string }> {
  const [path = ''] = files.paths;
  if (files.format !== 'tmx') {
    const hasParagraphs = new Set<string>(['jsonl', 'xliff-2.2', 'xliff-2.1', 'xliff-1.2']).has(files.format);
    for await (const { document, paragraph, segment, fa, en } of corpusRows(files, (warning) =>
      tellProblems(terminal, [warning], path),
    )) {
      yield { id: segment, place: hasParagraphs ? `${document} ${paragraph}` : '', source: fa, target: en };
    }
    return;
  }
  for await (const { rows, warnings, problems } of tmxUnitsFile.read([{ name: path, pieces: textPieces(path) }])) {
    tellProblems(terminal, warnings, path);
    if (problems.length > 0) throw new Refused(path, problems);
    for (const { segment, fa, en } of rows) yield { id: segment, place: '', source: fa, target: en };
  }
}

/** Writes findings as lines. */
class Report {
  private readonly terminal: Terminal;
  private readonly least: number;
  private readonly glossary: Glossary;
  private readonly terms: readonly Term[];
  private readonly english: English;

  constructor(terminal: Terminal, least: Severity, terms: readonly Term[], english: English) {
    this.terminal = terminal;
    this.least = severities.indexOf(least);
    this.glossary = glossaryOf(terms);
    this.terms = terms;
    this.english = english;
  }

  /** Tells what is found in the pairs of these paragraphs, and among them all. */
  async tell(paragraphs: readonly (readonly Identified[])[]): Promise<void> {
    const all = paragraphs.flat();
    const band = learnedBand(all.filter(({ target }) => target.trim() !== ''));
    const others = new Map<Identified, RuledRemark[]>();
    const add = (pair: Identified | undefined, remark: RuledRemark) => {
      const known = pair && others.get(pair);
      if (known) known.push(remark);
      else if (pair) others.set(pair, [remark]);
    };
    for (const { at, ...remark } of togetherRemarks(all)) add(all[at], remark);
    const spelling = await this.spelling(all);
    for (const pairs of paragraphs) {
      for (const { at, ...remark } of paragraphRemarks(pairs)) add(pairs[at], remark);
      for (const pair of pairs) {
        const ofTerms = pair.target.trim() === '' ? [] : termRemarks(pair, this.glossary);
        const ofWords = [...proofread(pair.target, [], spelling).remarks, ...ofTerms];
        for (const remark of [...pairRemarks(pair, band), ...ofWords, ...(others.get(pair) ?? [])]) {
          await this.write(pair.id, remark);
        }
      }
    }
  }

  /** What the dictionaries say of all words of these pairs. */
  private async spelling(pairs: readonly TextPair[]) {
    const desk = openSpelling();
    const spelling = { book: desk.book(this.english), own: ownWords([], this.terms, []) };
    for (const { target } of pairs) proofread(target, [], spelling);
    await desk.look({ english: this.english, words: spelling.book.takeWanted(Number.POSITIVE_INFINITY) });
    await desk.close();
    return spelling;
  }

  private async write(id: string | number, remark: RuledRemark): Promise<void> {
    const { rule, side, from, to, values, fix } = remark;
    const severity = usualSeverity(rule);
    if (severities.indexOf(severity) > this.least) return;
    const told = { id, rule, severity, side, from, to, message: textWords(rule, values) };
    await this.terminal.write(`${JSON.stringify(fix === null ? told : { ...told, fix })}\n`);
  }
}
