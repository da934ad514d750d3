import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { createGzip, gunzip } from 'node:zlib';
import { Fragment, type Node } from 'prosemirror-model';
import { withoutSource } from '../../shared/doc/model/source.ts';

const inflate = promisify(gunzip);
const CHUNK = 65_536;

/** gzip of the JSON of a document, made piece by piece, so that others are served while a long one is written; without its
 *  source while that is `original`, as it was imported. */
export function packDocument(doc: Node, original?: string): Promise<Buffer> {
  const kept = original === undefined ? doc : withoutSource(doc, original);
  return buffer(Readable.from(chunks(json(kept, 2))).pipe(createGzip({ level: 5 })));
}

/** The JSON that was packed. */
export async function unpackDocument(body: Uint8Array | ArrayBuffer): Promise<unknown> {
  return JSON.parse((await inflate(body)).toString());
}

/** The JSON of `node`, its content in pieces down to `depth`. */
function* json(node: Node, depth: number): Generator<string> {
  if (depth === 0 || node.childCount === 0) {
    yield JSON.stringify(node.toJSON());
    return;
  }
  yield `${JSON.stringify(node.copy(Fragment.empty).toJSON()).slice(0, -1)},"content":[`;
  for (const [index, child] of node.children.entries()) {
    if (index > 0) yield ',';
    yield* json(child, depth - 1);
  }
  yield ']}';
}

/** The same text in fewer, longer pieces. */
function* chunks(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
