import type { Node } from 'prosemirror-model';
import type { Outline, Unit } from '../../../shared/core/outline.ts';
import { type Status, statuses } from '../../../shared/core/status.ts';
import { buildDocument, type Rendering } from '../../../shared/doc/build.ts';
import { schema } from '../../../shared/doc/schema.ts';
import sample from '../../fixtures/reference/gold-translations.json' with { type: 'json' };

/** A document to measure with: how many segments of the sample, over and over, and how many mentions beside them. */
export interface BenchDocument {
  readonly source: string;
  readonly outline: Outline;
  readonly doc: Node;
}

interface Sentence {
  readonly paragraph: number;
  readonly kind: string;
  readonly source: string;
  readonly target: string;
}

const sentences: readonly Sentence[] = sample.segments;

/** `count` segments, in the paragraphs and with the leads of the sample; `statusOf` says which are translated. */
export function benchDocument(
  count: number,
  mentions: number,
  statusOf: (index: number) => Status = (index) => statuses[[3, 3, 5, 2, 0, 3, 6, 1][index % 8] ?? 0] ?? 'initial',
): BenchDocument {
  const units: Unit[] = [];
  const renderings: (Rendering | null)[] = [];
  const paragraphs: { from: number; to: number }[] = [];
  const statements: Outline['statements'][number][] = [];
  let source = '';
  let last: Sentence | null = null;
  for (let index = 0; index < count; index++) {
    const sentence = sentences[index % sentences.length];
    if (!sentence) break;
    const fresh = sentence.paragraph !== last?.paragraph;
    if (index > 0) source += fresh ? '\n' : last?.kind === 'lead' ? ': ' : ' ';
    const from = source.length;
    source += sentence.source;
    const to = source.length;
    if (fresh) paragraphs.push({ from, to });
    const kind = sentence.kind === 'lead' ? 'lead' : 'sentence';
    const paragraph = paragraphs.length - 1;
    if (fresh || kind === 'lead')
      statements.push({ from, to, paragraph, attribution: kind === 'lead' ? 'lead' : 'none' });
    paragraphs[paragraph] = { from: paragraphs[paragraph]?.from ?? from, to };
    units.push({ from, to, kind, paragraph, statement: statements.length - 1, confidence: kind === 'lead' ? 1 : null });
    const status = statusOf(index);
    renderings.push(status === 'initial' ? null : { text: sentence.target, status, origin: 'imported' });
    last = sentence;
  }
  let ids = 0;
  const doc = buildDocument(units, () => `s${ids++}`, renderings);
  return { source, outline: { paragraphs, statements, units }, doc: withMentions(doc, units, mentions) };
}

function withMentions(doc: Node, units: readonly Unit[], count: number): Node {
  const nodes = Array.from({ length: count }, (_, index) => {
    const { from } = units[Math.floor((index * units.length) / count)] ?? { from: 0 };
    return schema.node('mention', { id: `m${index}`, from, to: from + 4, label: 'GPE' });
  });
  return doc.replace(
    doc.content.size - 1,
    doc.content.size - 1,
    schema
      .node('doc', null, [...doc.children.slice(0, -1), schema.node('standoff', null, nodes)])
      .slice(doc.content.size - 1, doc.content.size - 1 + nodes.length),
  );
}
