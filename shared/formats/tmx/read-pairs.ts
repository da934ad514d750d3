import { SaxesParser } from 'saxes';
import type { Checked, Problem } from '../../core/problem.ts';

/** A translation unit of a memory: its first Persian variant, and its first English one. */
export interface TmxPair {
  readonly source: string;
  readonly target: string;
}

/** The pairs of a memory, in order, and how many of its units lack one of the two languages. */
export interface TmxPairs {
  readonly pairs: readonly TmxPair[];
  readonly incomplete: number;
}

/** Elements of TMX 1.4 whose content is code of another format and no text. */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'ut', 'sub']);

/** Reads the pairs of a TMX file, whatever its source language. Persian is `fa`, `fas`, `per` or `pes` with any region but
 *  Afghanistan; in a segment the text counts, inline codes do not. No document type is loaded, no entity resolved. A file that
 *  is not well-formed, or no TMX, is a problem with its line and column. */
export function readTmxPairs(text: string): Checked<TmxPairs> {
  const reader = new PairReader();
  const parser = new SaxesParser();
  parser.on('error', ({ message }) => {
    reader.fail('tmx-xml', `This is no well-formed XML: ${message}. Repair the file, or export it again.`, parser);
  });
  parser.on('opentag', ({ name, attributes }) => reader.open(name, attributes, parser));
  parser.on('text', (part) => reader.text(part));
  parser.on('cdata', (part) => reader.text(part));
  parser.on('closetag', ({ name }) => reader.close(name));
  for (let from = 0; from < text.length && reader.problem === null; from += PART) {
    parser.write(text.slice(from, from + PART));
  }
  if (reader.problem === null) parser.close();
  return reader.problem === null
    ? { ok: true, value: { pairs: reader.pairs, incomplete: reader.incomplete } }
    : { ok: false, problems: [reader.problem] };
}

const PART = 65_536;

interface Place {
  readonly line: number;
  readonly column: number;
}

class PairReader {
  readonly pairs: TmxPair[] = [];
  incomplete = 0;
  problem: Problem | null = null;
  private isTmx = false;
  private unit: { fa?: string; en?: string } = {};
  private language: 'fa' | 'en' | null = null;
  private segment: string | null = null;
  private codeDepth = 0;

  open(name: string, attributes: Readonly<Record<string, string>>, place: Place): void {
    if (!this.isTmx) {
      this.isTmx = true;
      if (name !== 'tmx') this.fail('tmx-root', `Expected <tmx>, found <${name}>. Choose a TMX file.`, place);
    }
    if (name === 'tu') this.unit = {};
    if (name === 'tuv') this.language = languageOf(attributes['xml:lang'] ?? attributes.lang ?? '');
    if (name === 'seg') this.segment = '';
    else if (this.segment !== null && codes.has(name)) this.codeDepth += 1;
  }

  text(part: string): void {
    if (this.segment !== null && this.codeDepth === 0) this.segment += part;
  }

  close(name: string): void {
    if (this.segment !== null && codes.has(name)) this.codeDepth -= 1;
    if (name === 'seg') {
      if (this.language !== null) this.unit[this.language] ??= (this.segment ?? '').replace(/\s+/gu, ' ').trim();
      this.segment = null;
    }
    if (name !== 'tu') return;
    const { fa = '', en = '' } = this.unit;
    if (fa === '' || en === '') this.incomplete += 1;
    else this.pairs.push({ source: fa, target: en });
  }

  fail(rule: string, message: string, { line, column }: Place): void {
    this.problem ??= { rule, message, line, column: column + 1 };
  }
}

function languageOf(tag: string): 'fa' | 'en' | null {
  const [language = '', region = ''] = tag.toLowerCase().split(/[-_]/u);
  if (['fa', 'fas', 'per', 'pes'].includes(language) && region !== 'af') return 'fa';
  return ['en', 'eng'].includes(language) ? 'en' : null;
}
