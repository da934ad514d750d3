import type { Span } from '../../core/span.ts';
import { otherSide } from '../annotation/one-side.ts';
import { wordsOf } from '../annotation/tokens.ts';
import { tagsOf } from '../conll/tags.ts';
import { sameLengthLine } from '../corpus/aligned-words.ts';
import { type Writer, wellFormed } from '../corpus/format.ts';
import type { ExportOptions } from '../corpus/row.ts';

/** CoNLL-U (universaldependencies.org/format.html) of one side, a row a sentence: `# newdoc id` (with its title and language), `# sent_id`, `# text`, then a word a
 *  line, of whose ten columns the form and MISC are known. `SpaceAfter=No` and `SpacesAfter` (UDPipe) say what stands between words,
 *  so that forms and spaces give the text again; what is not seen belongs to the word that it touches. Names are `NER=B-PER` in
 *  MISC (IOB2), or in CoNLL-U Plus (universaldependencies.org/ext-format.html) the column RADIF:NER. */
export function conllu(flavour: 'u' | 'plus') {
  return ({ side = 'fa' }: Pick<ExportOptions, 'side'>): Writer => {
    const others = otherSide(side);
    return {
      files: [{ ending: flavour === 'u' ? 'conllu' : 'conllup', mediaType: 'text/plain; charset=utf-8' }],
      needs: [side],
      fittings: [sameLengthLine, wellFormed],
      losses: (row) => [...others(row), ...wordsOf(row, side).losses],
      open: [flavour === 'u' ? '' : '# global.columns = ID FORM MISC RADIF:NER\n'],
      row(row, _, before) {
        const { text, words, mentions } = wordsOf(row, side);
        const chunks = mentions.map(({ mention, from, to }) => ({ label: labelText(mention.label), from, to }));
        const tags = tagsOf(chunks, words.length, 'iob2');
        const spans = grown(text, words);
        const lines = spans.map((span, word) => {
          const form = text.slice(span.from, span.to);
          const between = text.slice(span.to, spans[word + 1]?.from ?? text.length);
          const tag = tags[word] ?? 'O';
          const misc = [
            ...(flavour === 'u' && tag !== 'O' ? [`NER=${tag}`] : []),
            ...spaces(between, word === spans.length - 1),
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
          `${document}# sent_id = ${oneLine(`${row.document}:${row.segment}`)}\n# text = ${text}\n${lines.join('')}\n`,
        ];
      },
      close: () => [''],
    };
  };
}

/** White space of any kind, which no form may have. */
const space = /[\p{White_Space}\ufeff]/u;

/** Words with the marks beside them that are not seen. What is between two words and touches neither goes to the first. */
function grown(text: string, words: readonly Span[]): readonly Span[] {
  return words.map(({ from, to }, index) => {
    const limit = words[index + 1]?.from ?? text.length;
    let end = to;
    while (end < limit && !space.test(text.charAt(end))) end += 1;
    let start = from;
    const least = words[index - 1]?.to ?? 0;
    while (start > least && !space.test(text.charAt(start - 1))) start -= 1;
    return { from: index > 0 && start === least ? from : start, to: end };
  });
}

const escapes: Readonly<Record<string, string>> = { ' ': '\\s', '\t': '\\t', '|': '\\p', '\\': '\\\\' };

function spaces(between: string, isLast: boolean): readonly string[] {
  if (between === ' ' || (isLast && between === '')) return [];
  if (between === '') return ['SpaceAfter=No'];
  return [`SpacesAfter=${between.replace(/[ \t|\\]/g, (each) => escapes[each] ?? each)}`];
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

/** A label as a part of MISC. */
function labelText(label: string): string {
  return label.replace(/[\s\p{Cc}\p{Cs}|=]+/gu, '_') || '_';
}
