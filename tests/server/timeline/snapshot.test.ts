import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { packDocument, unpackDocument } from '../../../server/timeline/snapshot.ts';
import { schema } from '../../../shared/doc/model/schema.ts';

const segment = (n: number, text: string) =>
  schema.node('segment', { id: `s${n}`, from: n, to: n + 1 }, text === '' ? [] : [schema.text(text)]);
const page = (...texts: readonly string[]) =>
  schema.node(
    'page',
    null,
    texts.map((text, n) => segment(n, text)),
  );
const mention = (n: number) => schema.node('mention', { id: `m${n}`, label: 'PER', from: n, to: n + 1 });

describe('a packed document', () => {
  it.each([
    ['one segment without text', schema.node('doc', null, [page(''), schema.node('standoff')])],
    [
      'text of every kind',
      schema.node('doc', null, [page('می‌روم "and" \\ 👩‍👩‍👧 \u2028', ''), schema.node('standoff')]),
    ],
    [
      'many pages and mentions',
      schema.node('doc', null, [
        ...Array.from({ length: 300 }, (_, n) =>
          page(...Array.from({ length: 40 }, (_, m) => `${n} ${m} `.repeat(20))),
        ),
        schema.node(
          'standoff',
          null,
          Array.from({ length: 1_000 }, (_, n) => mention(n)),
        ),
      ]),
    ],
  ])('is the gzip of its JSON: %s', async (_what, doc) => {
    const body = await packDocument(doc);
    expect(JSON.parse(gunzipSync(body).toString())).toEqual(doc.toJSON());
    expect(await unpackDocument(body)).toEqual(doc.toJSON());
    const { buffer, byteOffset, byteLength } = body;
    expect(await unpackDocument(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer)).toEqual(
      doc.toJSON(),
    );
  });
});
