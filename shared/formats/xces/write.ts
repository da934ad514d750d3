import { lacking, type Writer } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions, Side } from '../corpus/row.ts';
import { escapeAttribute, escapeText, inPlace } from '../xml/xml.ts';

/** Sentence alignment of OPUS (J. Tiedemann, cesAlign of XCES): `cesAlign` with a link a row, `xtargets="s1;s1"`, the side of `fromDoc`
 *  first, and beside it the two documents, whose sentences have these ids and in `n` that of their segment. A side that is empty has no
 *  sentence: `s2;`. */
export function xces({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const mediaType = 'application/xml';
  const languages: Readonly<Record<Side, string>> = { fa, en };
  const sentence = (row: CorpusRow, side: Side, id: string) =>
    row[side] === '' ? '' : `<s id="${id}" n="${attribute(row.segment)}">${escapeText(row[side])}</s>\n`;
  const division = (row: CorpusRow, before: CorpusRow | null) =>
    before?.document === row.document
      ? ''
      : `${before === null ? '' : '</div>\n'}<div n="${attribute(row.document)}"><head>${escapeText(row.title)}</head>\n`;
  const opened = (side: Side) => `<?xml version="1.0" encoding="UTF-8"?>\n<text xml:lang="${languages[side]}"><body>\n`;
  return {
    files: ['xml', `${fa}.xml`, `${en}.xml`].map((ending) => ({ ending, mediaType })),
    needs: [],
    fittings: [inPlace],
    losses: lacking('mention', 'link', 'remark', 'alignment', 'taken', 'status'),
    open: [
      `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE cesAlign PUBLIC "-//CES//DTD XML cesAlign//EN" "">\n<cesAlign version="1.0">\n<linkGrp targType="s" fromDoc="${fa}.xml" toDoc="${en}.xml">\n`,
      opened('fa'),
      opened('en'),
    ],
    row(row, index, before) {
      const id = `s${index + 1}`;
      const [from, to] = [row.fa, row.en].map((text) => (text === '' ? '' : id));
      const start = division(row, before);
      return [
        `<link id="SL${index + 1}" xtargets="${from};${to}"/>\n`,
        start + sentence(row, 'fa', id),
        start + sentence(row, 'en', id),
      ];
    },
    close(last) {
      const end = `${last === null ? '' : '</div>\n'}</body></text>\n`;
      return ['</linkGrp>\n</cesAlign>\n', end, end];
    },
  };
}

function attribute(text: string): string {
  return escapeAttribute(text.replace(inPlace.pattern, inPlace.replacement));
}
