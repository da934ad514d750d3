import { Fragment, type Mark, type Node } from 'prosemirror-model';
import { mentions, segments } from '../../shared/doc/model/read.ts';
import { anchorId, type MentionAttrs, type SegmentAttrs, schema } from '../../shared/doc/model/schema.ts';
import type { SourceText } from '../../shared/doc/model/source.ts';

/** The source that most tests translate: two statements of three and two units, and a paragraph of one. */
export const source = sourceOf('وزیر: یک دو سه. چهار پنج. / شش هفت؟ هشت.\nنه ده.');

/** A source whose paragraphs are its lines. */
export function sourceOf(text: string): SourceText {
  let from = 0;
  const paragraphs = text.split('\n').map((line) => {
    const paragraph = { from, to: from + line.length };
    from += line.length + 1;
    return paragraph;
  });
  return { text, paragraphs };
}

/** `source` with blanks where `document` begins later or ends earlier: most tests need only some of it. */
export function covered(document: Node, { text, paragraphs }: SourceText = source): SourceText {
  const all = segments(document);
  const [from, to] = [all.at(0)?.from ?? 0, all.at(-1)?.to ?? 0];
  const blank = (part: string) => part.replace(/[^\n]/g, ' ');
  return { text: blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to)), paragraphs };
}

/** A document of `source`. A segment without a range of its own covers the next stretch of the source between spaces that
 *  `covers` names. Mentions named in renderings are in the standoff, after those that are given. */
export function doc(...parts: readonly Node[]): Node {
  const pages = parts.filter((part) => part.type.name === 'page');
  const given = parts.filter((part) => part.type.name === 'mention');
  const known = new Set(given.map((node) => node.attrs.id as string));
  const anchored = new Set<string>();
  for (const page of pages) {
    page.descendants((node) => {
      for (const mark of node.marks) anchored.add(mark.attrs.id as string);
    });
  }
  const rest = [...anchored].filter((id) => !known.has(id)).map((id) => mention(id));
  return schema.node('doc', null, [...pages, schema.node('standoff', null, [...given, ...rest])]);
}

export function page(...content: readonly Node[]): Node {
  return schema.node('page', null, content);
}

/** A segment that covers the first `covered` of the source, with a rendering in which `<m1>…</m1>` anchors the mention m1. */
export function segment(id: string, covered: string, rendering = '', attrs: Partial<SegmentAttrs> = {}): Node {
  const from = source.text.indexOf(covered);
  if (from < 0) throw new RangeError(`The source has no "${covered}"`);
  const to = from + covered.length;
  const standing = rendering === '' ? {} : { status: 'draft', origin: 'typed' };
  return schema.node('segment', { id, from, to, ...standing, ...attrs }, anchoredText(rendering));
}

/** A segment without Persian, at the offset `at` of the source. */
export function place(id: string, at: number, rendering = '', attrs: Partial<SegmentAttrs> = {}): Node {
  return segment(id, '', rendering, { from: at, to: at, ...attrs });
}

export function mention(id: string, attrs: Partial<MentionAttrs> = {}): Node {
  return schema.node('mention', { id, label: 'PER', ...attrs });
}

/** What tests expect a document to be, a line a segment: `s1 [یک دو] draft: The <m1>Majles</m1> met`; pages apart by `—`. */
export function shown(document: Node, { text } = source): readonly string[] {
  const lines: string[] = [];
  let last = document.firstChild;
  for (const { id, from, to, kind, status, alignment, leftOut, node, pos } of segments(document)) {
    const holder = document.resolve(pos).parent;
    if (holder !== last) lines.push('—');
    last = holder;
    const said = `${kind === 'lead' ? 'lead, ' : ''}${leftOut ? 'left out, ' : ''}`;
    const aligned = alignment ? ` (${alignment.state}${alignment.score === null ? '' : ` ${alignment.score}`})` : '';
    lines.push(`${id} [${text.slice(from, to)}]${aligned} ${said}${status}: ${markup(node)}`.trimEnd());
  }
  return lines;
}

/** The whole of a document but for its pages, to compare two that may be paged differently. */
export function content(document: Node): unknown {
  return {
    segments: segments(document).map(({ node }) => node.toJSON()),
    mentions: [...mentions(document)].sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** `document` with the anchors of every text in one order: in which order they came to stand on it says nothing. */
export function ordered(document: Node): Node {
  if (document.isText) return document.mark([...document.marks].sort((a, b) => (anchorId(a) < anchorId(b) ? -1 : 1)));
  return document.copy(Fragment.fromArray(document.children.map(ordered)));
}

function anchoredText(rendering: string): readonly Node[] {
  let marks: readonly Mark[] = [];
  const nodes: Node[] = [];
  for (const piece of rendering.split(/(<\/?m\d+>)/)) {
    const id = /^<\/?(m\d+)>$/.exec(piece)?.[1];
    if (!id && piece) nodes.push(schema.text(piece, marks));
    if (id && piece[1] !== '/') marks = schema.marks.anchor.create({ id }).addToSet(marks);
    if (id && piece[1] === '/') marks = marks.filter((mark) => mark.attrs.id !== id);
  }
  return nodes;
}

function markup(node: Node): string {
  return node.children
    .map((piece) => piece.marks.reduce((text, { attrs }) => `<${attrs.id}>${text}</${attrs.id}>`, piece.text ?? ''))
    .join('');
}
