import { otherSide } from '../annotation/one-side.ts';
import { changedLabels, lostEntities, wordsOf } from '../annotation/tokens.ts';
import { sameLengthLine, spacing } from '../corpus/aligned-words.ts';
import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';
import { documentStart } from './document.ts';
import { type TagScheme, tagsOf } from './tags.ts';

/** Named entities as the shared task of CoNLL-2003 has them (E. Tjong Kim Sang, F. De Meulder, section 2.3): a word a line with four
 *  columns, of which the two in the middle are not known here, an empty line behind each sentence, `-DOCSTART-` before each
 *  document, with its language, id and title. Of mentions that meet, the outermost stands; one that begins or ends inside a word
 *  takes the word. */
export function conll(scheme: TagScheme) {
  return ({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer => {
    const others = otherSide(side);
    const ids = lacking('segment-id');
    return {
      files: [{ ending: 'conll', mediaType: 'text/plain; charset=utf-8' }],
      needs: [side],
      fittings: [sameLengthLine, wellFormed],
      losses: (row) => {
        const names = [...changedLabels(row, side, labelText), ...lostEntities(row, side)];
        return [...others(row), ...wordsOf(row, side).losses, ...ids(row), ...names, ...spacing(row, [side])];
      },
      open: [''],
      row(row, _, before) {
        const { text, words, mentions } = wordsOf(row, side);
        const chunks = mentions.map(({ mention, from, to }) => ({ label: labelText(mention.label), from, to }));
        const tags = tagsOf(chunks, words.length, scheme);
        const lines = words.map(({ from, to }, word) => `${text.slice(from, to)} -X- _ ${tags[word]}\n`);
        const start = before?.document === row.document ? '' : documentStart(side, row);
        return [`${start}${lines.join('')}\n`];
      },
      close: () => [''],
    };
  };
}

/** A label as one column. */
function labelText(label: string): string {
  return label.replace(/[\s\p{Cc}\p{Cs}]+/gu, '_') || '_';
}
