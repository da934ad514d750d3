import { Schema } from 'prosemirror-model';
import type { PastEdition } from './edition.ts';

/** Version 1 of the schema, as far as its steps need it: every row had Persian, and nothing was said of alignment. */
const schema = new Schema({
  nodes: {
    doc: { content: 'page+ standoff' },
    page: { content: 'segment+' },
    segment: {
      content: 'text*',
      marks: 'anchor',
      isolating: true,
      defining: true,
      attrs: {
        id: { default: '' },
        from: { default: 0 },
        to: { default: 0 },
        kind: { default: 'sentence' },
        status: { default: 'initial' },
        origin: { default: null },
        links: { default: null },
      },
    },
    standoff: { content: 'mention*', atom: true, selectable: false },
    mention: {
      attrs: {
        id: {},
        from: { default: null },
        to: { default: null },
        label: {},
        entity: { default: null },
        state: { default: 'accepted' },
      },
    },
    text: {},
  },
  marks: { anchor: { attrs: { id: {} }, excludes: '', inclusive: false } },
});

interface Json {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly Json[];
}

/** Rows say whether they are left out, and how they are aligned; a document says whether its source was corrected. */
function migrate(node: Json): Json {
  if (node.type === 'segment') return { ...node, attrs: { ...node.attrs, alignment: null, leftOut: false } };
  const content = node.content && { content: node.content.map(migrate) };
  return node.type === 'doc' ? { ...node, attrs: { source: null }, ...content } : { ...node, ...content };
}

export const firstEdition: PastEdition = { schema, migrate: (doc) => migrate(doc as Json) };
