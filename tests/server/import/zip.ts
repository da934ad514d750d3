import { crc32, deflateRawSync } from 'node:zlib';

/** A file of an archive, with what its headers claim where that is not the truth. */
export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Bits of the general purpose flag (APPNOTE 4.4.4). */
  readonly flags?: number;
  /** Its mode in Unix. */
  readonly mode?: number;
  /** The size that it claims to have unpacked. */
  readonly size?: number;
}

const most = 0xffff_ffff;

/** An archive by hand (APPNOTE 6.3.10), as no program for archives would write it; with `zip64` all sizes and places stand in the
 *  fields for large archives. */
export function zipOf(files: readonly Packed[], { zip64 = false } = {}): Uint8Array {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, bytes, flags = 0, mode = 0o100644, size = bytes.length } of files) {
    const [title, body] = [Buffer.from(name), deflateRawSync(bytes)];
    const extra = zip64
      ? Buffer.concat([Buffer.from([1, 0, 24, 0]), large(size), large(body.length), large(at)])
      : none;
    const about = Buffer.concat([
      short(zip64 ? 45 : 20, flags | 0x800, 8, 0, 0x21),
      long(crc32(bytes), zip64 ? most : body.length, zip64 ? most : size),
    ]);
    const local = Buffer.concat([
      long(0x04034b50),
      about,
      short(title.length, extra.length === 0 ? 0 : 20),
      title,
      ...(extra.length === 0 ? [] : [Buffer.from([1, 0, 16, 0]), extra.subarray(4, 20)]),
      body,
    ]);
    centrals.push(
      Buffer.concat([
        ...[long(0x02014b50), short(0x0314), about, short(title.length, extra.length, 0, 0, 0)],
        ...[long((mode << 16) >>> 0, zip64 ? most : at), title, extra],
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end64 = Buffer.concat([
    ...[long(0x06064b50), large(44), short(45, 45), long(0, 0), large(files.length), large(files.length)],
    ...[large(directory.length), large(at), long(0x07064b50, 0), large(at + directory.length), long(1)],
  ]);
  const count = zip64 ? 0xffff : files.length;
  const end = [long(0x06054b50), short(0, 0, count, count)];
  const place = zip64 ? long(most, most) : long(directory.length, at);
  return Buffer.concat([...locals, directory, ...(zip64 ? [end64] : []), ...end, place, short(0)]);
}

const none = Buffer.alloc(0);

function short(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [at, number] of numbers.entries()) bytes.writeUInt16LE(number, at * 2);
  return bytes;
}

function long(...numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 4);
  for (const [at, number] of numbers.entries()) bytes.writeUInt32LE(number, at * 4);
  return bytes;
}

function large(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(number));
  return bytes;
}
