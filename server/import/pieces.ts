import { open } from 'node:fs/promises';
import type { Problem } from '../../shared/core/problem.ts';
import { importProblem } from '../../shared/formats/text/problems.ts';
import { byteOrderMark, looksLikeUtf16 } from './encoding.ts';
import { firstBadByte } from './utf8.ts';

/** Bytes that are read at once. */
const PIECE = 262_144;

/** Bytes by which the encoding is told. */
const HEAD = 4096;

/** A file that is no text; `problem` says why. */
export class NoText extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** The text of a file in pieces, without its byte order mark: UTF-8, or UTF-16 where the mark or an XML declaration in it says
 *  so. Ends with `NoText` where a byte does not fit. */
export async function* piecesOf(path: string): AsyncGenerator<string, void> {
  const file = await open(path, 'r');
  try {
    const head = Buffer.alloc(HEAD);
    const { bytesRead } = await file.read(head, 0, head.length, 0);
    const chunks = file.createReadStream({ start: 0, highWaterMark: PIECE, autoClose: false });
    yield* decodedPieces(head.subarray(0, bytesRead), chunks);
  } finally {
    await file.close();
  }
}

/** The same of a file that is at hand. */
export async function* piecesIn(bytes: Uint8Array): AsyncGenerator<string, void> {
  function* chunks() {
    for (let from = 0; from < bytes.length; from += PIECE) yield bytes.subarray(from, from + PIECE);
  }
  yield* decodedPieces(bytes.subarray(0, HEAD), chunks());
}

async function* decodedPieces(
  start: Uint8Array,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<string, void> {
  const encoding = byteOrderMark(start) ?? wideXml(start) ?? 'utf-8';
  const wide = encoding === 'utf-8' && byteOrderMark(start) === null ? looksLikeUtf16(start) : null;
  if (wide !== null) throw new NoText(importProblem('file.utf16', { values: { encoding: wide } }));
  const decoder = new TextDecoder(encoding, { fatal: true });
  let offset = 0;
  let tail: Uint8Array = new Uint8Array();
  for await (const bytes of chunks) {
    try {
      yield decoder.decode(bytes, { stream: true });
    } catch (error) {
      throw error instanceof TypeError ? badByte(tail, bytes, offset) : error;
    }
    offset += bytes.length;
    tail = bytes.subarray(-3);
  }
  try {
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? badByte(tail, new Uint8Array(), offset) : error;
  }
}

/** What is wrong with `bytes`, which stand at `offset` behind `tail`. */
function badByte(tail: Uint8Array, bytes: Uint8Array, offset: number): NoText {
  const continued = tail.findIndex((byte) => (byte & 0xc0) !== 0x80);
  const start = tail.subarray(continued < 0 ? tail.length : continued);
  const all = Buffer.concat([start, bytes]);
  const at = firstBadByte(all) ?? 0;
  const value = (all[at] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return new NoText(importProblem('file.utf8', { byte: offset - start.length + at, values: { value } }));
}

/** UTF-16 without a mark is told by the `<?` of its declaration (XML 1.0, appendix F). */
function wideXml(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const start = [...bytes.subarray(0, 4)].join(' ');
  if (start === '60 0 63 0') return 'utf-16le';
  return start === '0 60 0 63' ? 'utf-16be' : null;
}
