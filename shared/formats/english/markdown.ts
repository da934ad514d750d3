import { type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { lostBesideEnglish, saying, UNFINISHED } from './said.ts';

/** The English alone as Markdown (CommonMark) in UTF-8: the title a heading, each statement a paragraph with its speaker in bold. Marks
 *  of Markdown in a text are escaped. What is not confirmed is marked in italics. */
export function markdown(): Writer {
  const say = saying();
  const text = (row: CorpusRow) => {
    const found = say(row);
    if (found === null) return '';
    const { joint, isFirst, isSpeaker, isUnfinished } = found;
    const isLine = joint === 'speaker' || joint === 'line';
    const plain = escaped(found.text, !isLine);
    const own = `${isSpeaker ? `**${plain}:**` : plain}${isUnfinished ? ` *${escaped(UNFINISHED, false)}*` : ''}`;
    if (joint === 'document') return `${isFirst ? '' : '\n\n'}# ${heading(row.title)}\n\n${own}`;
    return `${isLine ? ' ' : '\n\n'}${own}`;
  };
  return {
    files: [{ ending: 'md', mediaType: 'text/markdown; charset=utf-8' }],
    needs: [],
    fittings: [wellFormed],
    losses: lostBesideEnglish,
    open: [''],
    row: (row) => [text(row)],
    close: (last) => [last === null ? '' : '\n'],
  };
}

/** A title that means itself, also where signs at its end would close a heading. */
function heading(title: string): string {
  return escaped(title, false).replace(/(^|\s)(#+\s*)$/, '$1\\$2');
}

/** A text that means itself: signs of Markdown with a backslash, also those that mean something at the start of a line. */
function escaped(text: string, isStart: boolean): string {
  const own = text.replace(/[\\`*_[\]<>|~&]/g, (sign) => `\\${sign}`);
  return isStart
    ? own.replace(/^(\s*)(#|[-+](?=\s)|\d+(?=[.)]))/, (_, space: string, sign: string) => {
        return /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`;
      })
    : own;
}
