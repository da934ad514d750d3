import type { Span } from '../../core/span.ts';
import { otherSide } from '../annotation/one-side.ts';
import { changedLabels, lostEntities, wordsOf } from '../annotation/tokens.ts';
import { tagsOf } from '../conll/tags.ts';
import { sameLengthLine, wordSpans } from '../corpus/aligned-words.ts';
import { type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** CoNLL-U (universaldependencies.org/format.html) of one side, a row a sentence: `# newdoc id` (with its title and language), `# sent_id`, `# text`, then a word a
 *  line, of whose ten columns the form and MISC are known. `SpaceAfter=No`, `SpacesAfter` and `SpacesBefore` (UDPipe) say what white space stands between and
 *  around words, which the text has only between them, so that forms and spaces give it again. Names are `NER=B-PER` in
 *  MISC (IOB2), or in CoNLL-U Plus (universaldependencies.org/ext-format.html) the column RADIF:NER. */
export function conllu(flavour: 'u' | 'plus') {
  return ({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer => {
    const others = otherSide(side);
    return {
      files: [{ ending: flavour === 'u' ? 'conllu' : 'conllup', mediaType: 'text/plain; charset=utf-8' }],
      needs: [side],
      fittings: [sameLengthLine, wellFormed],
      losses: (row) => [
        ...others(row),
        ...wordsOf(row, side, formSpans).losses,
        ...changedLabels(row, side, labelText),
        ...lostEntities(row, side),
      ],
      open: [flavour === 'u' ? '' : '# global.columns = ID FORM MISC RADIF:NER\n'],
      row(row, _, before) {
        const { text, words: spans, mentions } = wordsOf(row, side, formSpans);
        const chunks = mentions.map(({ mention, from, to }) => ({ label: labelText(mention.label), from, to }));
        const tags = tagsOf(chunks, spans.length, 'iob2');
        const lines = spans.map((span, word) => {
          const form = text.slice(span.from, span.to);
          const between = text.slice(span.to, spans[word + 1]?.from ?? text.length);
          const tag = tags[word] ?? 'O';
          const misc = [
            ...(flavour === 'u' && tag !== 'O' ? [`NER=${tag}`] : []),
            ...(word === 0 && span.from > 0 ? [`SpacesBefore=${escaped(text.slice(0, span.from))}`] : []),
            ...spacesAfter(between, word === spans.length - 1),
          ];
          const last = misc.join('|') || '_';
          return flavour === 'u'
            ? `${word + 1}\t${form}\t_\t_\t_\t_\t_\t_\t_\t${last}\n`
            : `${word + 1}\t${form}\t${last}\t${tag}\n`;
        });
        const document =
          before?.document === row.document
            ? ''
            : `# newdoc id = ${oneLine(row.document)}\n# title = ${oneLine(row.title)}\n# lang = ${side}\n`;
        return [
          `${document}# sent_id = ${oneLine(`${row.document}:${row.segment}`)}\n# text = ${text.slice(spans[0]?.from, spans.at(-1)?.to)}\n${lines.join('')}\n`,
        ];
      },
      close: () => [''],
    };
  };
}

/** The forms of a text: all of it but white space. What is not seen belongs to the word that it touches; alone between white space it is
 *  a form of its own, for the standard makes the text of forms and white space only. */
function formSpans(text: string): readonly Span[] {
  const words = wordSpans(text);
  let next = 0;
  return Array.from(text.matchAll(/\P{White_Space}+/gu), ({ 0: run, index }) => {
    const end = index + run.length;
    const starts = [index];
    // Of the words in a stretch the first one takes what stands before it, each what stands behind it.
    for (let isFirst = true; (words[next]?.from ?? end) < end; next++, isFirst = false) {
      if (!isFirst) starts.push(words[next]?.from ?? end);
    }
    return starts.map((from, place) => ({ from, to: starts[place + 1] ?? end }));
  }).flat();
}

const escapes: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '|': '\\p', '\\': '\\\\' };

function spacesAfter(between: string, isLast: boolean): readonly string[] {
  if (between === (isLast ? '' : ' ')) return [];
  if (between === '') return ['SpaceAfter=No'];
  return [`SpacesAfter=${escaped(between)}`];
}

function escaped(space: string): string {
  return space.replace(/[ \t|\\]/g, (each) => escapes[each] ?? each);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

/** A label as a part of MISC. */
function labelText(label: string): string {
  return label.replace(/[\s\p{Cc}\p{Cs}|=]+/gu, '_') || '_';
}
