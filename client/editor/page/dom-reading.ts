import { DOMParser } from 'prosemirror-model';
import { schema } from '../../../shared/doc/model/schema.ts';

/** Reads what the browser has made of a text, names with it: where it touched the letters on both sides of the edge of a
 *  name, the view does not know any more what stood on them. Nothing that is pasted is read so. */
export const domReading = new DOMParser(schema, [
  ...DOMParser.fromSchema(schema).rules,
  { tag: 'span[data-mention]', mark: 'anchor', getAttrs: ({ dataset }) => ({ id: dataset.mention }) },
]);
