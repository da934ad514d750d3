import { oneSided, sideOfName, sideOfText } from '../annotation/one-side.ts';
import { sideOf } from '../corpus/language.ts';
import { corpusProblem } from '../corpus/problems.ts';
import { type Batch, batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusMention, CorpusRow } from '../corpus/row.ts';
import { titleOf, toldRows } from '../corpus/told-row.ts';
import { type Line, LineReader, MAX_LINE } from '../text/lines.ts';
import { readStart } from './document.ts';
import { chunksOf } from './tags.ts';

/** Reads CoNLL-2003 and what is like it: a word in the first column of each line and its tag, IOB of any kind, in the last one, an
 *  empty line between sentences, `-DOCSTART-` before a document. A line that begins with `# ` and ends with no tag is a comment. The
 *  words of a sentence have one space between them then, and no more is known of the text. */
export const conllFile = oneFile('conll', conllReader);

function conllReader(name: string): PieceReader {
  const lines = new LineReader();
  const row = toldRows(name);
  const stem = titleOf(name);
  let words: { readonly text: string; readonly tag: string }[] = [];
  let documents = 0;
  let named: { readonly document?: string | undefined; readonly title?: string | undefined } = {};
  let language = sideOfName(name);
  let mentions = 0;

  function sentence(): readonly CorpusRow[] {
    if (words.length === 0) return [];
    const text = words.map((word) => word.text).join(' ');
    const side = language ?? sideOfText(text);
    const starts: number[] = [];
    let at = 0;
    for (const word of words) {
      starts.push(at);
      at += word.text.length + 1;
    }
    const found = chunksOf(words.map(({ tag }) => tag)).map(({ label, from, to }): CorpusMention => {
      mentions += 1;
      const start = starts[from] ?? 0;
      const end = (starts[to - 1] ?? 0) + (words[to - 1]?.text.length ?? 0);
      const range = { from: start, to: end, text: text.slice(start, end) };
      return { id: `m${mentions}`, label, entity: null, entityName: null, fa: null, en: null, [side]: range };
    });
    words = [];
    return [row({ ...oneSided(side, text), ...named, mentions: found })];
  }

  function take(some: readonly Line[]): Batch {
    const rows: CorpusRow[] = [];
    for (const { number, text, isLong } of some) {
      if (isLong) {
        return batch({ problems: [corpusProblem('lines.long', { line: number, values: { limit: MAX_LINE } })] });
      }
      if (text.trim() === '') rows.push(...sentence());
      else if (text.startsWith('-DOCSTART-')) {
        documents += 1;
        const { language: tag, document, title } = readStart(text);
        language = sideOf(tag) ?? sideOfName(name);
        named = { document: document ?? (documents > 1 ? `${stem}-${documents}` : undefined), title };
      } else {
        const columns = text.split(text.includes('\t') ? '\t' : ' ');
        const [word = ''] = columns;
        const tag = columns.at(-1) ?? 'O';
        const isWord = columns.length > 1 && word !== '' && /^(?:O|[BIESLUM]-.+)$/su.test(tag);
        if (!isWord && text.startsWith('# ')) continue;
        if (!isWord) {
          const values = { value: text.slice(0, 40) };
          return batch({ rows, problems: [corpusProblem('conll.line', { line: number, column: 1, values })] });
        }
        words.push({ text: word, tag });
      }
    }
    return batch({ rows });
  }

  return {
    write: (piece) => take(lines.write(piece)),
    end() {
      const last = take(lines.end());
      return { ...last, rows: [...last.rows, ...sentence()] };
    },
  };
}
