import { isUtf8 } from 'node:buffer';
import type { Checked, Problem } from '../../shared/core/problem.ts';
import { importProblem } from '../../shared/formats/text/problems.ts';
import { byteOrderMark, type Encoding, looksLikeUtf16, looksLikeWindows1256 } from './encoding.ts';
import { firstBadByte } from './utf8.ts';

/** The text of `bytes`, without a byte order mark: by that mark if there is one, else in the encoding asked for, else as
 *  UTF-8. Nothing is guessed and nothing replaced: a byte that does not fit is a problem, which names the place and,
 *  in `values.encoding`, what the file looks like. */
export function decode(bytes: Uint8Array, asked?: Encoding): Checked<string> {
  const encoding = byteOrderMark(bytes) ?? asked ?? 'utf-8';
  if (encoding === 'windows-1256' && isUtf8(bytes) && hasForeignByte(bytes)) {
    return { ok: false, problems: [importProblem('file.is-utf8', { values: { encoding: 'utf-8' } })] };
  }
  const problem =
    encoding === 'utf-8' ? badUtf8(bytes, asked) : encoding === 'windows-1256' ? null : badUtf16(bytes, encoding);
  if (problem !== null) return { ok: false, problems: [problem] };
  return { ok: true, value: new TextDecoder(encoding).decode(bytes) };
}

function badUtf8(bytes: Uint8Array, asked: Encoding | undefined): Problem | null {
  const byte = isUtf8(bytes) ? null : firstBadByte(bytes);
  const wide = asked === undefined && byteOrderMark(bytes) === null ? looksLikeUtf16(bytes) : null;
  if (wide !== null) return importProblem('file.utf16', { values: { encoding: wide } });
  if (byte === null) return null;
  const value = hex(bytes[byte] ?? 0, 2);
  return looksLikeWindows1256(bytes, byte)
    ? importProblem('file.windows-1256', { byte, values: { value, encoding: 'windows-1256' } })
    : importProblem('file.utf8', { byte, values: { value } });
}

function badUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Problem | null {
  if (bytes.length % 2 === 1) return importProblem('file.utf16-odd', { values: { size: bytes.length } });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const unit = (byte: number) => (byte < bytes.length ? view.getUint16(byte, encoding === 'utf-16le') : 0);
  for (let byte = 0; byte < bytes.length; byte += 2) {
    if ((unit(byte) & 0xf800) !== 0xd800) continue;
    const paired = unit(byte) < 0xdc00 && (unit(byte + 2) & 0xfc00) === 0xdc00;
    if (!paired) return importProblem('file.utf16-surrogate', { byte, values: { code: `U+${hex(unit(byte), 4)}` } });
    byte += 2;
  }
  return null;
}

function hex(value: number, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}

/** True when a byte is outside ASCII. What is well-formed UTF-8 then is nothing else by chance. */
function hasForeignByte(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}
