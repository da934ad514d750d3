/** The encodings that a text file may have. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'] as const;
export type Encoding = (typeof encodings)[number];

/** A byte order mark is the only certain word about an encoding. */
export function byteOrderMark(bytes: Uint8Array): Encoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

const SAMPLE = 65_536;

/** Whether `bytes` look like UTF-16 without a mark: in Persian and English nearly every second byte is 00, 06 or 20
 *  (the blocks of Latin, Arabic and ZWNJ). In UTF-8 the first two are all but never there. */
export function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE) / 2);
  const blocks = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) {
    const byte = bytes[at];
    if (byte === 0x00 || byte === 0x06) blocks[at % 2] = (blocks[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = blocks;
  if (Math.max(even, odd) < 0.8 * pairs || even === odd) return null;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/** Whether bytes from `at` on, which are not UTF-8, look like Persian in Windows-1256: read so, nine of ten characters
 *  outside ASCII are Arabic letters or marks, and they stand together in words. */
export function looksLikeWindows1256(bytes: Uint8Array, at: number): boolean {
  const text = new TextDecoder('windows-1256').decode(bytes.subarray(at, at + SAMPLE));
  const foreign = text.match(/\P{ASCII}/gu)?.length ?? 0;
  const words = text.match(/[\p{Script=Arabic}\u060c\u061b\u061f\u064b-\u0652\u200c]{2,}/gu) ?? [];
  return words.join('').length >= 0.9 * foreign;
}
