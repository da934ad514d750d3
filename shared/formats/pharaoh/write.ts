import { alignedWords, sameLengthLine, spacing } from '../corpus/aligned-words.ts';
import { lacking, unnamed, type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** Word alignment as Pharaoh, Moses and fast_align write it: two files of words with one space between them, named by their
 *  language tags, and a third with the links of each line as `0-0 1-2`, Persian first, counted from 0; an empty line where
 *  there is none. The format has no way to say that a link is only possible: NAACL and JSON Lines have. */
export function pharaoh({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const others = lacking('mention', 'possible-link', 'remark', 'alignment', 'taken', 'status', ...unnamed);
  const mediaType = 'text/plain; charset=utf-8';
  return {
    files: [fa, en, 'align'].map((ending) => ({ ending, mediaType })),
    needs: ['fa', 'en'],
    fittings: [sameLengthLine, wellFormed],
    losses: (row) => [...others(row), ...spacing(row, ['fa', 'en'])],
    open: ['', '', ''],
    row: (row) => {
      const { fa: persian, en: english, pairs } = alignedWords(row);
      return [persian.join(' '), english.join(' '), pairs.map((pair) => `${pair.fa}-${pair.en}`).join(' ')].map(
        (line) => `${line}\n`,
      );
    },
    close: () => ['', '', ''],
  };
}
