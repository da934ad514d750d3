import { Fragment, type Node } from 'prosemirror-model';
import { defaultLabels } from '../../../shared/core/label.ts';
import type { Outline, Statement, Unit } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Status } from '../../../shared/core/status.ts';
import { tokens } from '../../../shared/core/token.ts';
import { buildDocument, type Rendering } from '../../../shared/doc/build.ts';
import { schema } from '../../../shared/doc/schema.ts';
import sample from '../../fixtures/reference/gold-translations.json' with { type: 'json' };

/** A document to measure with. */
export interface BenchDocument {
  readonly source: string;
  readonly outline: Outline;
  readonly doc: Node;
}

/** Every state that a row can show, confirmed ones more often. */
const standing: readonly Status[] = ['translated', 'translated', 'reviewed', 'draft', 'initial', 'final', 'suggested'];

/** The leads and sentences of the sample over and over, `count` of them, with `mentions` in the standoff. */
export function benchDocument(count: number, mentions: number): BenchDocument {
  const outline = { paragraphs: [] as Span[], statements: [] as Statement[], units: [] as Unit[] };
  const renderings: (Rendering | null)[] = [];
  let source = '';
  for (let index = 0; index < count; index++) {
    const piece = sample.segments[index % sample.segments.length];
    if (!piece) break;
    const before = index === 0 ? null : sample.segments[(index - 1) % sample.segments.length];
    const fresh = piece.paragraph !== before?.paragraph;
    source += before ? (fresh ? '\n' : before.kind === 'lead' ? ': ' : ' ') : '';
    const from = source.length;
    source += piece.source;
    const to = source.length;
    const kind = piece.kind === 'lead' ? 'lead' : 'sentence';
    const start = fresh ? from : (outline.paragraphs.pop()?.from ?? from);
    outline.paragraphs.push({ from: start, to });
    const paragraph = outline.paragraphs.length - 1;
    if (fresh || kind === 'lead') {
      outline.statements.push({ from, to, paragraph, attribution: kind === 'lead' ? 'lead' : 'none' });
    }
    outline.units.push({ from, to, kind, paragraph, statement: outline.statements.length - 1, confidence: null });
    const status = standing[index % standing.length] ?? 'initial';
    renderings.push(status === 'initial' ? null : { text: piece.target, status, origin: 'imported' });
  }
  let ids = 0;
  const doc = buildDocument(outline.units, () => `s${ids++}`, renderings);
  return { source, outline, doc: withMentions(doc, outline.units, source, mentions) };
}

/** Marks words of the source, in turns the first and the second of a segment, with a word of its English where it has any. */
function withMentions(doc: Node, units: readonly Unit[], source: string, count: number): Node {
  const pages = doc.children.slice(0, -1).map((page) => [...page.children]);
  const rows = pages.flat();
  const mentions = Array.from({ length: count }, (_, index) => {
    const row = Math.floor((index * units.length) / count);
    const unit = units[row];
    const word = unit && tokens(source.slice(unit.from, unit.to))[index % 2];
    if (!word) return null;
    const from = unit.from + word.from;
    const id = `m${index}`;
    const segment = rows[row];
    const english = segment && tokens(segment.textContent)[index % 2];
    if (english) rows[row] = anchored(segment, id, english);
    return schema.node('mention', { id, from, to: unit.from + word.to, label: defaultLabels[index % 9]?.id });
  });
  const made = pages.map((page) => schema.node('page', null, rows.splice(0, page.length)));
  return schema.node('doc', null, [
    ...made,
    schema.node(
      'standoff',
      null,
      mentions.filter((mention) => mention !== null),
    ),
  ]);
}

function anchored(segment: Node, id: string, { from, to }: Span): Node {
  const { content } = segment;
  const marked = content
    .cut(from, to)
    .content.map((text) => text.mark(schema.mark('anchor', { id }).addToSet(text.marks)));
  return segment.copy(content.cut(0, from).append(Fragment.from(marked)).append(content.cut(to)));
}
