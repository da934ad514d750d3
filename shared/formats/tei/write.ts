import { CodePoints } from '../annotation/code-points.ts';
import { sideMentions } from '../annotation/tokens.ts';
import { lacking, type Writer } from '../corpus/format.ts';
import type { CorpusRow, ExportOptions, MarkedRange, Side } from '../corpus/row.ts';
import { urnPart } from '../w3c/write.ts';
import { escapeAttribute, escapeText, inPlace } from '../xml/xml.ts';

/** Under which names entities are meant (RFC 8141). */
export const ENTITY = 'urn:x-radif:entity:';

/** What stands behind the text of a document. */
interface StandOff {
  readonly pairs: string[];
  readonly words: string[];
  readonly names: string[];
}

/** TEI P5 (tei-c.org, chapters 17 and 21): a `teiCorpus` with a `TEI` for each document. A row is an `ab` (`n` is its segment, `type` its
 *  kind, `subtype` its state) of a `seg` for each side. The `standOff` behind the text has the alignment, the word links and the names,
 *  whose content is their label; they point by `string-range(ID, OFFSET, LENGTH)`, which counts code points from 0. What stands off is
 *  held in memory until its document ends. A corpus of no rows has one empty text. */
export function tei({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const others = lacking('remark', 'alignment', 'taken');
  const languages: Readonly<Record<Side, string>> = { fa, en };
  let off: StandOff = { pairs: [], words: [], names: [] };
  const ended = () => {
    const groups = [
      group('linkGrp', 'alignment', off.pairs),
      group('linkGrp', 'words', off.words),
      group('spanGrp', 'names', off.names),
    ].join('');
    off = { pairs: [], words: [], names: [] };
    return `</body></text>\n${groups === '' ? '' : `<standOff>\n${groups}</standOff>\n`}</TEI>\n`;
  };
  return {
    files: [{ ending: 'tei.xml', mediaType: 'application/tei+xml' }],
    needs: [],
    fittings: [inPlace],
    losses: (row) => [...others(row), ...nowhere(row)],
    open: [
      `<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n${header('Corpus', 'corpus', 'Persian texts with their English')}`,
    ],
    row(row, index, before) {
      const id = `r${index + 1}`;
      const isNew = before?.document !== row.document;
      const start = isNew ? `<TEI>\n${header(row.title, row.document, `Version ${row.version}`)}<text><body>\n` : '';
      const end = isNew && before !== null ? ended() : '';
      const sides = (['fa', 'en'] as const).filter((side) => row[side] !== '');
      const segments = sides.map(
        (side) =>
          `<seg xml:id="${id}.${side}" xml:lang="${languages[side]}" xml:space="preserve">${escapeText(row[side])}</seg>`,
      );
      if (sides.length === 2) off.pairs.push(`<link target="#${id}.fa #${id}.en"/>\n`);
      standOff(row, id, off);
      return [
        `${end}${start}<ab n="${attribute(row.segment)}" type="${row.kind}" subtype="${row.status}">${segments.join('')}</ab>\n`,
      ];
    },
    close: (last) => [`${last === null ? EMPTY : ''}${ended()}</teiCorpus>\n`],
  };
}

/** A corpus has a text at least, and a text a block: what stands for one that has no row. */
const EMPTY = `<TEI>\n${header('Empty', 'empty', 'No text')}<text><body>\n<ab/>\n`;

function header(title: string, id: string, source: string): string {
  return `<teiHeader><fileDesc><titleStmt><title>${escapeText(clean(title))}</title></titleStmt><publicationStmt><publisher>Radif</publisher><idno>${escapeText(clean(id))}</idno></publicationStmt><sourceDesc><p>${source}</p></sourceDesc></fileDesc></teiHeader>\n`;
}

function clean(text: string): string {
  return text.replace(inPlace.pattern, inPlace.replacement);
}

function attribute(text: string): string {
  return escapeAttribute(clean(text));
}

function group(name: string, type: string, members: readonly string[]): string {
  return members.length === 0 ? '' : `<${name} type="${type}">\n${members.join('')}</${name}>\n`;
}

function holds(range: MarkedRange | null, text: string): boolean {
  return range !== null && range.from < range.to && range.to <= text.length;
}

function nowhere({ mentions, links, fa, en }: CorpusRow) {
  return [
    ...mentions.flatMap((each) => (holds(each.fa, fa) || holds(each.en, en) ? [] : (['mention'] as const))),
    ...links.flatMap((link) => (holds(link.fa, fa) && holds(link.en, en) ? [] : (['link'] as const))),
  ];
}

function standOff(row: CorpusRow, id: string, { words, names }: StandOff): void {
  const points = { fa: new CodePoints(row.fa), en: new CodePoints(row.en) };
  const pointer = (side: Side, { from, to }: Pick<MarkedRange, 'from' | 'to'>) => {
    const start = points[side].point(from);
    return `#string-range(${id}.${side},${start},${points[side].point(to) - start})`;
  };
  for (const { fa, en, sure } of row.links) {
    if (!holds(fa, row.fa) || !holds(en, row.en)) continue;
    words.push(`<link type="${sure ? 'sure' : 'possible'}" target="${pointer('fa', fa)} ${pointer('en', en)}"/>\n`);
  }
  const targets = new Map(row.mentions.map((mention) => [mention, [] as string[]]));
  for (const side of ['fa', 'en'] as const) {
    for (const each of sideMentions(row, side)) {
      if (each.to <= row[side].length) targets.get(each.mention)?.push(pointer(side, each));
    }
  }
  for (const [mention, target] of targets) {
    if (target.length === 0) continue;
    const entity = mention.entity === null ? '' : ` corresp="${ENTITY}${urnPart(mention.entity)}"`;
    names.push(
      `<span n="${attribute(mention.id)}"${entity} target="${target.join(' ')}">${escapeText(clean(mention.label))}</span>\n`,
    );
  }
}
