import type { Node } from 'prosemirror-model';
import type { Outline, Statement, Unit } from '../../../shared/core/outline.ts';
import type { Span } from '../../../shared/core/span.ts';
import type { Status } from '../../../shared/core/status.ts';
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
  return { source, outline, doc: withMentions(doc, outline.units, mentions) };
}

function withMentions(doc: Node, units: readonly Unit[], count: number): Node {
  const nodes = Array.from({ length: count }, (_, index) => {
    const from = units[Math.floor((index * units.length) / count)]?.from ?? 0;
    return schema.node('mention', { id: `m${index}`, from, to: from + 4, label: 'GPE' });
  });
  return schema.node('doc', null, [...doc.children.slice(0, -1), schema.node('standoff', null, nodes)]);
}
