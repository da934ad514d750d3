import type { Writer } from '../corpus/format.ts';
import { lostBesideEnglish, saying, UNFINISHED } from '../english/said.ts';
import { xmlCharacters } from '../xml/xml.ts';
import { docxFile, docxFrame } from './package.ts';
import { paragraph, run } from './text.ts';

/** The English alone as a Word document (ECMA-376, transitional), what a client is handed: the title, each statement a paragraph with its
 *  speaker in bold. Segments in states that were not chosen are left out; of those that are in, what is not confirmed is marked. */
export function docxEnglish(): Writer {
  const { open, close } = docxFrame(false);
  const say = saying();
  /** True while the paragraph of a statement is open. */
  let isOpen = false;
  return {
    files: [docxFile],
    needs: [],
    fittings: [xmlCharacters],
    losses: lostBesideEnglish,
    open: [open],
    row(row) {
      const found = say(row);
      if (found === null) return [''];
      const { joint, text, isSpeaker, isUnfinished } = found;
      const isApart = joint !== 'speaker' && joint !== 'line';
      const title = joint === 'document' ? paragraph(run(row.title), 'Heading1') : '';
      const mark = isUnfinished ? run(` ${UNFINISHED}`, { isItalic: true, colour: '8A5A00' }) : '';
      const joined = isApart ? `${isOpen ? '</w:p>' : ''}${title}<w:p>` : run(joint === 'speaker' ? ': ' : ' ');
      isOpen = true;
      return [`${joined}${run(text, { isBold: isSpeaker })}${mark}`];
    },
    close: () => [`${isOpen ? '</w:p>' : ''}${close}`],
    shown: ({ en, leftOut }) => (leftOut ? '' : `${en}\n`),
  };
}
