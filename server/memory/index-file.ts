import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';
import type { IndexArrays } from '../../shared/memory/index/memory-index.ts';

/** How the file of an index begins; another number is another form, which is not read. */
const FORM = 'radif memory index 2';

/** Bytes read at a time: of few of them a large file costs more calls than bytes. */
const PIECE = 8 * 2 ** 20;

/** The arrays in the order in which they stand in the file. */
const names = ['words', 'offsets', 'numbers', 'hashes', 'postings', 'starts', 'byHash', 'byNumber'] as const;

/** An index as it was at a revision of its memory. */
export interface KeptIndex {
  readonly revision: number;
  readonly arrays: IndexArrays;
}

/** Writes an index beside its place and then puts it there: whoever reads finds the old one or the new one. The form: one line of JSON
 *  (lengths and checksum), spaces up to a multiple of four bytes, the arrays (32-bit, as this machine has them), the words (UTF-8). */
export async function writeIndex(file: string, { revision, arrays }: KeptIndex): Promise<void> {
  const words = Buffer.from(arrays.vocabulary, 'utf8');
  const bodies = [...names.map((name) => bytesOf(arrays[name])), words];
  const head = {
    form: FORM,
    endian: endian(),
    revision,
    lengths: names.map((name) => arrays[name].length),
    words: words.length,
    sum: bodies.reduce((sum, body) => crc32(body, sum), 0),
  };
  const line = JSON.stringify(head);
  const padding = (4 - ((line.length + 1) % 4)) % 4;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const made = `${file}.${randomUUID()}`;
  try {
    await writeFile(made, [Buffer.from(`${line}${' '.repeat(padding)}\n`), ...bodies], { mode: 0o600 });
    await rename(made, file);
  } finally {
    await rm(made, { force: true });
  }
}

/** The index in a file; `null` where there is none, or none that is whole and of today's form. */
export async function readIndex(file: string): Promise<KeptIndex | null> {
  try {
    const { bytes, end, sum: found } = await summed(file);
    const head = JSON.parse(bytes.toString('latin1', 0, Math.max(0, end))) as Partial<ReturnType<typeof headShape>>;
    const { form, revision, lengths, words, sum } = head;
    if (form !== FORM || head.endian !== endian()) return null;
    if (revision === undefined || words === undefined || lengths?.length !== names.length) return null;
    const total = lengths.reduce((all, length) => all + length * 4, end + 1 + words);
    if (total !== bytes.length || found !== sum) return null;
    let at = end + 1;
    const arrays = lengths.map((length) => {
      const array = new Uint32Array(bytes.buffer, bytes.byteOffset + at, length);
      at += length * 4;
      return array;
    });
    const vocabulary = bytes.toString('utf8', at);
    const named = Object.fromEntries(names.map((name, index) => [name, arrays[index]]));
    return { revision, arrays: { ...(named as unknown as Omit<IndexArrays, 'vocabulary'>), vocabulary } };
  } catch {
    return null;
  }
}

/** All bytes of a file, where its first line ends, and the checksum of what stands behind that. Each piece is summed while the next one
 *  is read. */
async function summed(file: string): Promise<{ readonly bytes: Buffer; readonly end: number; readonly sum: number }> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    if (size === 0) throw new RangeError(`${file} is empty`);
    // A buffer of its own: arrays of 32 bits begin at a multiple of four.
    const bytes = Buffer.allocUnsafeSlow(size);
    const read = (at: number) => handle.read(bytes, at, Math.min(PIECE, size - at), at);
    let coming = read(0);
    let [at, end, sum] = [0, -1, 0];
    while (at < size) {
      const { bytesRead } = await coming;
      if (bytesRead === 0) throw new RangeError(`${file} became shorter than ${size} bytes`);
      const piece = bytes.subarray(at, at + bytesRead);
      at += bytesRead;
      if (at < size) coming = read(at);
      const head = end < 0 ? piece.indexOf(10) + 1 : 0;
      if (end < 0) end = head - 1;
      sum = crc32(piece.subarray(head), sum);
    }
    return { bytes, end, sum };
  } finally {
    await handle.close();
  }
}

function headShape() {
  return { form: FORM, endian: '', revision: 0, lengths: [0], words: 0, sum: 0 };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function endian(): string {
  return new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 'little' : 'big';
}
