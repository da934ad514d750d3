import { Schema } from 'prosemirror-model';
import type { PastEdition } from './edition.ts';

/** Version 2 of the schema, as far as its steps need it: nothing was said of what a rendering was taken from. */
const schema = new Schema({
  nodes: {
    doc: { content: 'page+ standoff', attrs: { source: { default: null } } },
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
        alignment: { default: null },
        leftOut: { default: false },
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

/** Renderings say what they were taken from. */
function migrate(node: Json): Json {
  if (node.type === 'segment') return { ...node, attrs: { ...node.attrs, taken: null } };
  return node.content ? { ...node, content: node.content.map(migrate) } : node;
}

export const secondEdition: PastEdition = { schema, migrate: (doc) => migrate(doc as Json) };
