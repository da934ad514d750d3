import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Line, LineReader, MAX_LINE } from '../text/lines.ts';
import { textOf } from './escapes.ts';

/** A layer of annotations, as the head of a file declares it. */
export interface Layer {
  readonly kind: 'span' | 'relation' | 'chain';
  readonly type: string;
  /** Its columns, by the names of its features; a layer without any has one column with an empty name. */
  readonly features: readonly string[];
}

/** A token, or a part of one. Offsets are UTF-16 units of the document, whose sentences may have white space between them. */
export interface Token {
  /** `1-2`, or `1-2.1` for a part of a token. */
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly text: string;
  /** One for each column of each layer, as they are written. */
  readonly cells: readonly string[];
  readonly line: number;
}

export interface Sentence {
  readonly id: string | null;
  /** What else its head says, by the names before the sign of equality: INCEpTION passes over all that it does not know. */
  readonly facts: ReadonlyMap<string, string>;
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** What is complete of a file. */
export interface WebannoPart {
  readonly layers: readonly Layer[];
  readonly sentences: readonly Sentence[];
  readonly problems: readonly Problem[];
}

/** A line of the head of a sentence. */
const FACT = /^#[A-Za-z][\w.]*=/;

const kinds = { T_SP: 'span', T_RL: 'relation', T_CH: 'chain' } as const;

/** Reads WebAnno TSV 3.2 and 3.3 sentence by sentence; every token has to stand where its offsets say. */
export class SentenceReader {
  readonly layers: Layer[] = [];
  isOver = false;
  private readonly lines = new LineReader();
  private problems: Problem[] = [];
  private sentences: Sentence[] = [];
  private texts: string[] = [];
  private id: string | null = null;
  private facts = new Map<string, string>();
  private tokens: Token[] = [];
  private isHead = true;

  write(piece: string): WebannoPart {
    return this.take(this.lines.write(piece), false);
  }

  end(): WebannoPart {
    return this.take(this.lines.end(), true);
  }

  private take(lines: readonly Line[], isEnd: boolean): WebannoPart {
    for (const line of lines) if (!this.isOver) this.line(line);
    if (isEnd && !this.isOver) {
      this.sentence();
      if (this.isHead && this.layers.length === 0) this.fail('webanno.head', 1, { value: '' });
    }
    const part = { layers: this.layers, sentences: this.sentences, problems: this.problems };
    [this.sentences, this.problems] = [[], []];
    return part;
  }

  private fail(
    rule: 'webanno.head' | 'webanno.token' | 'webanno.cells' | 'webanno.text' | 'lines.long',
    line: number,
    values: object,
  ): void {
    this.isOver = true;
    this.problems.push(corpusProblem(rule, { line, column: 1, values: { ...values } }));
  }

  private line({ number, text, isLong }: Line): void {
    if (isLong) this.fail('lines.long', number, { limit: MAX_LINE });
    else if (number === 1) {
      if (!/^#FORMAT=WebAnno TSV 3\.[123]$/.test(text)) this.fail('webanno.head', number, { value: text.slice(0, 40) });
    } else if (text === '') this.sentence();
    else if (text.startsWith('#Text=')) {
      this.isHead = false;
      this.texts.push(textOf(text.slice(6)));
    } else if (text.startsWith('#Sentence.id=')) this.id = textOf(text.slice(13));
    else if (text.startsWith('#T_') && this.isHead) this.layer(text, number);
    else if (FACT.test(text) && this.tokens.length === 0) this.fact(text);
    else if (text.startsWith('#') && this.isHead) this.layer(text, number);
    else if (!text.startsWith('#') || /^#?\d+-\d+/.test(text)) this.token(text, number);
  }

  private layer(text: string, line: number): void {
    const [, kind, declared] = /^#(T_SP|T_RL|T_CH)=(.+)$/.exec(text) ?? [];
    if (kind === undefined || declared === undefined) {
      this.fail('webanno.head', line, { value: text.slice(0, 40) });
      return;
    }
    const [type = '', ...features] = declared.split('|');
    this.layers.push({
      kind: kinds[kind as keyof typeof kinds],
      type,
      features: features.length > 0 ? features : [''],
    });
  }

  private fact(text: string): void {
    const at = text.indexOf('=');
    this.facts.set(text.slice(1, at), textOf(text.slice(at + 1)));
  }

  private token(text: string, line: number): void {
    const [id = '', range = '', written = '', ...rest] = text.split('\t');
    const [, from, to] = /^(\d{1,10})-(\d{1,10})$/.exec(range) ?? [];
    if (!/^\d+-\d+(?:\.\d+)?$/.test(id) || from === undefined || Number(from) > Number(to)) {
      this.fail('webanno.token', line, { value: text.slice(0, 40) });
      return;
    }
    const cells = rest.at(-1) === '' ? rest.slice(0, -1) : rest;
    const expected = this.layers.reduce((count, { features }) => count + features.length, 0);
    if (cells.length !== expected) this.fail('webanno.cells', line, { count: cells.length, expected });
    else this.tokens.push({ id, from: Number(from), to: Number(to), text: textOf(written), cells, line });
  }

  private sentence(): void {
    if (this.texts.length === 0 && this.tokens.length === 0) return;
    const text = this.texts.join('\n');
    const start = this.tokens[0]?.from ?? 0;
    const wrong = this.tokens.find((token) => text.slice(token.from - start, token.to - start) !== token.text);
    if (wrong !== undefined) {
      const found = text.slice(wrong.from - start, wrong.to - start).slice(0, 40);
      this.fail('webanno.text', wrong.line, { id: wrong.id, found, text: wrong.text.slice(0, 40) });
    }
    this.sentences.push({ id: this.id, facts: this.facts, text, tokens: this.tokens });
    [this.texts, this.tokens, this.id, this.facts] = [[], [], null, new Map()];
  }
}
