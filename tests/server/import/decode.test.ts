import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../server/import/decode.ts';
import type { Encoding } from '../../../server/import/encoding.ts';
import { firstBadByte } from '../../../server/import/utf8.ts';
import { anyText, asUtf8 } from '../../formats/rows.ts';

const read = (bytes: Uint8Array, asked?: Encoding) => {
  const text = decode(bytes, asked);
  return text.ok ? text.value : text.problems[0];
};
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** «سلام دنیا، گفت که می‌رود» as Windows wrote it before Unicode: ZWNJ is 9D, ک is 98, and ی, which it lacks, is ED (ي). */
const windows1256 = Buffer.from('d3e1c7e320cfe4edc7a12090ddca2098e520e3ed9dd1e6cf', 'hex');

describe('the bytes of a text file', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    expect(read(Buffer.from('می‌رود 😀'))).toBe('می‌رود 😀');
    expect(read(Buffer.from('\ufeffمی‌رود'))).toBe('می‌رود');
    expect(read(Buffer.from('\ufeffمی‌رود'), 'windows-1256')).toBe('می‌رود');
  });

  it('are UTF-16 of either order when they begin with its mark', () => {
    expect(read(Buffer.from('\ufeffمی‌رود 😀', 'utf16le'))).toBe('می‌رود 😀');
    expect(read(utf16be('\ufeffمی‌رود 😀'))).toBe('می‌رود 😀');
  });

  it('are read as Windows-1256 only when asked for', () => {
    expect(read(windows1256, 'windows-1256')).toBe('سلام دنيا، گفت که مي\u200cرود');
    expect(read(windows1256)).toMatchObject({
      rule: 'file.windows-1256',
      byte: 0,
      values: { value: 'D3', encoding: 'windows-1256' },
    });
  });

  it('are not read as Windows-1256 when they are UTF-8, which would make other letters of them', () => {
    expect(read(Buffer.from('سلام دنیا'), 'windows-1256')).toMatchObject({
      rule: 'file.is-utf8',
      values: { encoding: 'utf-8' },
    });
    expect(read(Buffer.from('plain'), 'windows-1256')).toBe('plain');
  });

  it('are refused at the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('سلام '), Buffer.from([0xff]), Buffer.from(' دنیا')]);
    expect(read(bytes)).toMatchObject({ rule: 'file.utf8', byte: 9, values: { value: 'FF' } });
  });

  it('are not taken for Windows-1256 when they are Western, Cyrillic or noise', () => {
    const western = Buffer.from('Les élèves français ont été très étonnés', 'latin1');
    const cyrillic = Buffer.from('cff0e8e2e5f22c20ecefe8f02120ddf2ee20f2e5eaf1f22e', 'hex');
    const noise = Uint8Array.from({ length: 1000 }, (_, index) => 128 + ((index * 7919) % 128));
    for (const bytes of [western, cyrillic, noise]) expect(read(bytes)).toMatchObject({ rule: 'file.utf8' });
  });

  it('are told to be UTF-16 when its mark is missing', () => {
    const text = 'سلام دنیا، او می‌رود.\nHello there.';
    expect(read(Buffer.from(text, 'utf16le'))).toMatchObject({ rule: 'file.utf16', values: { encoding: 'utf-16le' } });
    expect(read(utf16be(text))).toMatchObject({ rule: 'file.utf16', values: { encoding: 'utf-16be' } });
    expect(read(Buffer.from(text, 'utf16le'), 'utf-16le')).toBe(text);
  });

  it('are refused as UTF-16 with an odd byte or half of a surrogate pair', () => {
    expect(read(Buffer.concat([Buffer.from('\ufeffسلام', 'utf16le'), Buffer.from([0x33])]))).toMatchObject({
      rule: 'file.utf16-odd',
      values: { size: 11 },
    });
    const half = { rule: 'file.utf16-surrogate', byte: 6, values: { code: 'U+D83D' } };
    expect(read(Buffer.from('\ufeff😀'.replace('😀', 'ab\ud83d'), 'utf16le'))).toMatchObject(half);
    expect(read(utf16be('\ufeffab\ud83dc'))).toMatchObject(half);
    expect(read(Buffer.from('\ufeff\ude00a', 'utf16le'))).toMatchObject({ byte: 2, values: { code: 'U+DE00' } });
  });

  it('give back every text in each Unicode encoding', () => {
    fc.assert(
      fc.property(anyText.map(asUtf8), (text) => {
        expect(read(Buffer.from(text), 'utf-8')).toBe(text.replace(/^\ufeff/, ''));
        expect(read(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(text);
        expect(read(utf16be(`\ufeff${text}`))).toBe(text);
      }),
    );
  });
});

describe('the first bad byte', () => {
  const strict = new TextDecoder('utf-8', { fatal: true });
  const accepts = (bytes: Uint8Array) => {
    try {
      strict.decode(bytes);
      return true;
    } catch {
      return false;
    }
  };
  const nearUtf8 = fc
    .array(
      fc.oneof(
        fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xd9, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0xff),
        fc.nat(255),
      ),
    )
    .map((bytes) => Uint8Array.from(bytes));

  it('is there exactly when a strict decoder refuses, and all before it is UTF-8', () => {
    fc.assert(
      fc.property(nearUtf8, (bytes) => {
        const bad = firstBadByte(bytes);
        expect(bad === null).toBe(accepts(bytes));
        if (bad !== null) expect(accepts(bytes.subarray(0, bad))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('begins what is overlong, a surrogate, too high or cut off', () => {
    const at = (hex: string) => firstBadByte(Buffer.from(`41${hex}`, 'hex'));
    for (const hex of ['c0af', 'e080af', 'eda080', 'f4908080', 'f8888080', '80', 'd9', 'e298', 'f09f98']) {
      expect(at(hex)).toBe(1);
    }
    expect(at('d985')).toBeNull();
    expect(at('f09f9880')).toBeNull();
  });
});
