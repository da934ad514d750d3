import { type Editions, editions } from '../../shared/doc/model/migrations.ts';

interface Json {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Json[];
}

/** A made-up version of the schema after today's, under which every rendering begins with `» `: a step of today, applied
 *  to a document of that version, would write in another place or fail. */
export const nextEdition: Editions = {
  past: [...editions.past, { schema: editions.schema, migrate: (doc) => quoted(doc as Json) }],
  schema: editions.schema,
};

function quoted(node: Json): Json {
  const content = node.content?.map(quoted) ?? [];
  if (node.type === 'segment') return { ...node, content: [{ type: 'text', text: '» ' }, ...content] };
  return node.content ? { ...node, content } : node;
}
