import { alignedWords, sameLengthLine, spacing } from '../corpus/aligned-words.ts';
import { lacking, unnamed, type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** Word alignment as the shared task of HLT-NAACL 2003 has it (R. Mihalcea, T. Pedersen, "An Evaluation Exercise for Word
 *  Alignment", section 2): two files of numbered sentences, `<s snum=0001> … </s>`, and a third with a link a line, `0001 1 1
 *  S`: the sentence, the Persian and the English word, all counted from 1, and S for sure or P for possible. */
export function naacl({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const others = lacking('mention', 'remark', 'alignment', 'taken', 'status', ...unnamed);
  const mediaType = 'text/plain; charset=utf-8';
  return {
    files: [fa, en, 'wa'].map((ending) => ({ ending, mediaType })),
    needs: ['fa', 'en'],
    fittings: [sameLengthLine, wellFormed],
    losses: (row) => [...others(row), ...spacing(row, ['fa', 'en'])],
    open: ['', '', ''],
    row: (row, index) => {
      const number = String(index + 1).padStart(4, '0');
      const { fa: persian, en: english, pairs } = alignedWords(row);
      const sentence = (words: readonly string[]) => `<s snum=${number}> ${words.join(' ')} </s>\n`;
      const links = pairs.map((pair) => `${number} ${pair.fa + 1} ${pair.en + 1} ${pair.sure ? 'S' : 'P'}\n`);
      return [sentence(persian), sentence(english), links.join('')];
    },
    close: () => ['', '', ''],
  };
}
