import { type Writer, wellFormed } from '../corpus/format.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { lostBesideEnglish, saying, UNFINISHED } from './said.ts';

/** The English alone as plain text in UTF-8, what a client is handed: the title, then a line for each statement, its speaker before a colon,
 *  and an empty line between paragraphs. Segments in states that were not chosen are left out; of those that are in, what is
 *  not confirmed is marked. Lines end with LF. */
export function plainEnglish(): Writer {
  const say = saying();
  const text = (row: CorpusRow) => {
    const found = say(row);
    if (found === null) return '';
    const { joint, isFirst, isUnfinished } = found;
    const own = `${found.text}${isUnfinished ? ` ${UNFINISHED}` : ''}`;
    if (joint === 'document') return `${isFirst ? '' : '\n\n'}${row.title}\n\n${own}`;
    if (joint === 'speaker') return `: ${own}`;
    return `${joint === 'line' ? ' ' : joint === 'statement' ? '\n' : '\n\n'}${own}`;
  };
  return {
    files: [{ ending: 'txt', mediaType: 'text/plain; charset=utf-8' }],
    needs: [],
    fittings: [wellFormed],
    losses: lostBesideEnglish,
    open: [''],
    row: (row) => [text(row)],
    close: (last) => [last === null ? '' : '\n'],
  };
}
