import { readFileSync } from 'node:fs';
import type { Rendering } from '../../shared/doc/edit/build.ts';

/** The five paragraphs of the sample. */
const statements = readFileSync('tests/fixtures/statements.fa.txt', 'utf8').trimEnd();

/** The sample over and over, up to about `length` characters, in whole paragraphs. */
export function longSource(length: number): string {
  const paragraphs = statements.split('\n');
  const lines: string[] = [];
  for (let size = 0, index = 0; size < length; index++) {
    const line = paragraphs[index % paragraphs.length] ?? '';
    lines.push(line);
    size += line.length + 1;
  }
  return lines.join('\n');
}

const gold = 'tests/fixtures/reference/gold-translations.json';

interface Sample {
  readonly segments: readonly { readonly kind: string; readonly source: string; readonly target: string }[];
}

/** The sentences of the sample with their English. */
const sentences = (JSON.parse(readFileSync(gold, 'utf8')) as Sample).segments.filter(({ kind }) => kind === 'sentence');

/** A source of `count` segments: sentences of the sample, each a paragraph of its own. */
export function segmentsOf(count: number): string {
  return repeated(count, ({ source }) => source).join('\n');
}

/** The English of `segmentsOf(count)`. */
export function renderingsOf(count: number): readonly Rendering[] {
  return repeated(count, ({ target }) => ({ text: target, status: 'translated', origin: 'imported' }));
}

function repeated<T>(count: number, of: (sentence: Sample['segments'][number]) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => sentences[index % sentences.length])
    .filter((sentence) => sentence !== undefined)
    .map(of);
}
