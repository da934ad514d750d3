import { CodePoints } from '../annotation/code-points.ts';
import { sideMentions } from '../annotation/tokens.ts';
import { lacking, type Writer, wellFormed } from '../corpus/format.ts';
import { record } from '../corpus/record.ts';
import type { CorpusMention, CorpusRow, ExportOptions, LossRule, Side } from '../corpus/row.ts';
import { jsonLine } from '../jsonl/line.ts';

/** Names of rows, mentions and entities (RFC 8141, in a space of its own). */
export const RADIF = 'urn:x-radif:';

/** Web Annotation Data Model (W3C, 2017) as JSON-LD: one AnnotationPage, an item a line. A row is an annotation of the motivation
 *  `linking`: its target is the Persian, its body the English, each a text in the file. A mention is one of `identifying` with its
 *  label as a tag, and stands at one or both of these texts by a TextPositionSelector, which counts code points, and a
 *  TextQuoteSelector. What the model has no word for is named `radif:…`. */
export function w3c({ fa, en }: Pick<ExportOptions, 'fa' | 'en'>): Writer {
  const others = lacking('link', 'remark', 'alignment', 'taken');
  return {
    files: [{ ending: 'jsonld', mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"' }],
    needs: [],
    fittings: [wellFormed],
    losses: (row) => [...others(row), ...nowhere(row)],
    open: [
      `{"@context":["http://www.w3.org/ns/anno.jsonld",{"radif":"${RADIF}"}],"id":"${RADIF}corpus","type":"AnnotationPage","items":[\n`,
    ],
    row(row, index) {
      const id = rowId(row);
      const { fa: _, en: __, ...facts } = record(row);
      const text = (side: Side) => ({
        id: `${id}#${side}`,
        type: 'TextualBody',
        value: row[side],
        format: 'text/plain',
        language: side === 'fa' ? fa : en,
        textDirection: side === 'fa' ? 'rtl' : 'ltr',
      });
      const pair = {
        id,
        type: 'Annotation',
        motivation: 'linking',
        ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [`radif:${name}`, value])),
        ...(row.leftOut && { 'radif:leftOut': true }),
        body: text('en'),
        target: text('fa'),
      };
      const items = [pair, ...mentionItems(row, id)].map((item) => jsonLine(item).slice(0, -1));
      return [`${index === 0 ? '' : ',\n'}${items.join(',\n')}`];
    },
    close: () => ['\n]}\n'],
  };
}

/** A name made of what any text is. */
export function urnPart(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/['()*!]/g, hex);
}

function hex(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

function rowId({ document, segment }: CorpusRow): string {
  return `${RADIF}row:${urnPart(document)}:${urnPart(segment)}`;
}

/** Mentions that cover no character on either side. */
function nowhere({ mentions }: CorpusRow): readonly LossRule[] {
  const stands = (range: CorpusMention['fa']) => range !== null && range.from < range.to;
  return mentions.flatMap(({ fa, en }) => (stands(fa) || stands(en) ? [] : ['mention']));
}

function mentionItems(row: CorpusRow, id: string): readonly object[] {
  const targets = new Map<CorpusMention, object[]>(row.mentions.map((mention) => [mention, []]));
  for (const side of ['fa', 'en'] as const) {
    const text = row[side];
    const points = new CodePoints(text);
    for (const { mention, from, to } of sideMentions(row, side)) {
      targets.get(mention)?.push({
        source: `${id}#${side}`,
        selector: [
          { type: 'TextPositionSelector', start: points.point(from), end: points.point(to) },
          {
            type: 'TextQuoteSelector',
            exact: text.slice(from, to),
            prefix: whole(text.slice(Math.max(0, from - AROUND), from)),
            suffix: whole(text.slice(to, to + AROUND)),
          },
        ],
      });
    }
  }
  return [...targets].flatMap(([mention, target], index) => {
    if (target.length === 0) return [];
    const tag = { type: 'TextualBody', purpose: 'tagging', value: mention.label, format: 'text/plain' };
    const entity =
      mention.entity === null ? [] : [{ source: `${RADIF}entity:${urnPart(mention.entity)}`, purpose: 'identifying' }];
    const { entityName } = mention;
    const names = entityName && { 'radif:names': { 'radif:fa': entityName.fa, 'radif:en': entityName.en } };
    const known = { 'radif:mention': mention.id, ...names };
    return [
      {
        id: `${id}:${index + 1}`,
        type: 'Annotation',
        motivation: 'identifying',
        ...known,
        body: [tag, ...entity],
        target,
      },
    ];
  });
}

/** UTF-16 units of the text on either side of a mention. */
const AROUND = 32;

/** Without the half of a surrogate pair that the cut has left. */
function whole(text: string): string {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/gu, '');
}
