import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpackArchives } from '../../../../server/import/corpus/archive.ts';
import { archive, file } from './brought.ts';

/** An archive whose only entry has a bit of its general purpose flag set, in both headers. */
function withFlag(bit: number): Uint8Array {
  const bytes = zipSync({ 'a.tmx': strToU8('<tmx/>') });
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  for (let at = 0; at < bytes.length - 4; at++) {
    const signature = view.getUint32(at, true);
    const place = signature === 0x04034b50 ? at + 6 : signature === 0x02014b50 ? at + 8 : -1;
    if (place >= 0) view.setUint16(place, view.getUint16(place, true) | bit, true);
  }
  return bytes;
}

const link = zipSync({ 'a.tmx': [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] });

describe('an archive', () => {
  it('gives its files, called after it and themselves, without what systems leave in it', async () => {
    const packed = archive('corpora.zip', {
      'a/x.tmx': '<tmx/>',
      'b.jsonl': '{}',
      '__MACOSX/b.jsonl': 'x',
      '.DS_Store': 'x',
    });
    const unpacked = await unpackArchives([file('first.tsv', 'a'), packed]);
    if (!unpacked.ok) throw new Error(unpacked.problems[0]?.message);
    expect(unpacked.value.map(({ name }) => name)).toEqual(['first.tsv', 'corpora.zip/a/x.tmx', 'corpora.zip/b.jsonl']);
  });

  it.each([
    ['a path out of itself', archive('x.zip', { '../a.tmx': 'x' }).bytes, 'archive.path', '../a.tmx'],
    ['an absolute path', archive('x.zip', { '/etc/a.tmx': 'x' }).bytes, 'archive.path', '/etc/a.tmx'],
    ['a symbolic link', link, 'archive.link', 'a.tmx'],
    ['an encrypted file', withFlag(1), 'archive.encrypted', 'a.tmx'],
    [
      'another archive',
      archive('x.zip', { 'in.zip': archive('y.zip', { 'a.tmx': 'x' }).bytes }).bytes,
      'archive.nested',
      'in.zip',
    ],
    ['a bomb', archive('x.zip', { 'a.tmx': new Uint8Array(8 * 1024 * 1024) }).bytes, 'archive.ratio', 'a.tmx'],
    ['nothing', archive('x.zip', { 'a/': '' }).bytes, 'archive.empty', ''],
    ['half of itself', archive('x.zip', { 'a.tmx': 'x'.repeat(500) }).bytes.subarray(0, 60), 'archive.damaged', ''],
  ])('that holds %s is refused as a whole, with its name', async (_what, bytes, rule, detail) => {
    const unpacked = await unpackArchives([file('good.tmx', '<tmx/>'), file('x.zip', bytes)]);
    expect(unpacked).toMatchObject({ ok: false, problems: [{ rule, element: 'x.zip' }] });
    expect(unpacked.ok ? '' : unpacked.problems[0]?.message).toContain(detail);
  });
});
