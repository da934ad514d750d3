import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { batch, type FormatReader, type TextFile } from '../corpus/reading.ts';
import type { CorpusLink } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { linkOfWords, spacedWords } from '../corpus/word-links.ts';
import { sideBySide } from '../moses/side-by-side.ts';
import { linesOf } from '../text/lines.ts';

/** A link as it stands in its file, and where. */
interface NumberedLink {
  readonly fa: number;
  readonly en: number;
  readonly sure: boolean;
  readonly line: number;
  readonly value: string;
}

/** Reads two files of numbered sentences and a third with their links, `1 1 1 S` from 1. A link without a kind is sure, and a
 *  confidence behind it is passed over. The links are kept in memory while the sentences are read. */
export const naaclFiles: FormatReader = {
  files: ['fa', 'en', 'wa'],
  async *read(files) {
    const [persian, english, aligned] = files;
    if (persian === undefined || english === undefined || aligned === undefined) {
      yield batch({ problems: [corpusProblem('lines.files', { values: { count: 3, files: 'fa, en, wa' } })] });
      return;
    }
    const links = await linksOf(aligned);
    yield batch({ problems: links.problems });
    const row = toldRows(persian.name);
    for await (const found of sideBySide(['fa', 'en'], sentencePair).read([persian, english])) {
      const problems: Problem[] = [...found.problems];
      const rows = found.rows.map(({ fa, en, segment }) => {
        const known: CorpusLink[] = [];
        const words = [spacedWords(fa), spacedWords(en)] as const;
        for (const link of links.bySentence.get(segment) ?? []) {
          const linked = linkOfWords(...words, link, link);
          if ('rule' in linked) problems.push({ ...linked, file: aligned.name });
          else known.push(linked);
        }
        return row({ fa, en, links: known });
      });
      yield batch({ rows, problems });
    }
  },
};

/** The sentences of a line of each file; `segment` is their number. */
function sentencePair(lines: readonly string[], line: number) {
  const [fa, en] = lines.map(sentence);
  if (fa === null || fa === undefined || en === null || en === undefined || fa.number !== en.number) {
    const expected = '<s snum=1> … </s>, with the same number in both files';
    return corpusProblem('links.pair', { line, values: { value: (lines[0] ?? '').slice(0, 40), expected } });
  }
  return { fa: fa.words, en: en.words, segment: fa.number };
}

function sentence(line: string): { readonly number: string; readonly words: string } | null {
  const [, number, words = ''] = /^<s snum="?0*(\d{1,9})"?>(.*)<\/s>\s*$/.exec(line) ?? [];
  return number === undefined ? null : { number, words: words.replace(/^ | $/g, '') };
}

async function linksOf(file: TextFile) {
  const bySentence = new Map<string, NumberedLink[]>();
  const problems: Problem[] = [];
  for await (const { number: line, text: value } of linesOf(file.pieces)) {
    if (value.trim() === '') continue;
    const [, sentence = '', one, other, kind] =
      /^0*(\d{1,9}) (\d{1,9}) (\d{1,9})(?: ([SP]))?(?: [\d.eE+-]+)?\s*$/.exec(value) ?? [];
    if (one === undefined || Number(one) * Number(other) === 0) {
      const { name } = file;
      problems.push(
        corpusProblem('links.pair', { file: name, line, values: { value: value.slice(0, 40), expected: '1 1 1 S' } }),
      );
      continue;
    }
    const link = { fa: Number(one) - 1, en: Number(other) - 1, sure: kind !== 'P', line, value };
    const known = bySentence.get(sentence);
    if (known) known.push(link);
    else bySentence.set(sentence, [link]);
  }
  return { bySentence, problems };
}
