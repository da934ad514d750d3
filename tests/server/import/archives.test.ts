import { describe, expect, it } from 'vitest';
import { type PackageReader, packageReaders } from './packages.ts';
import { type Packed, zipOf } from './zip.ts';

const kinds = Object.entries(packageReaders);
const MiB = 1024 * 1024;

/** The sound archive, its main file with other claims or bytes, and perhaps a file beside. */
function changed({ files, main }: PackageReader, about: Partial<Packed>, ...beside: readonly Packed[]): Uint8Array {
  const packed = Object.entries(files).map(([name, bytes]) => ({ name, bytes, ...(name === main && about) }));
  return zipOf([...packed, ...beside]);
}

async function refusal(reader: PackageReader, bytes: Uint8Array): Promise<readonly string[]> {
  const read = await reader.read(bytes);
  return read.ok ? [] : read.problems.map(({ rule }) => rule);
}

describe.each(kinds)('%s', (kind, reader) => {
  const sound = Object.entries(reader.files).map(([name, bytes]) => ({ name, bytes }));

  it.runIf(kind !== 'a release')('reads the same with the fields for large archives (ZIP64)', async () => {
    const plain = await reader.read(zipOf(sound));
    expect(plain.ok).toBe(true);
    expect(await reader.read(zipOf(sound, { zip64: true }))).toEqual(plain);
  });

  it.each<[what: string, bytes: Uint8Array]>([
    ['is encrypted', changed(reader, { flags: 1 })],
    ['is strongly encrypted', changed(reader, { flags: 0x41 })],
    ['is a symbolic link', changed(reader, { mode: 0o120777, bytes: Buffer.from('/etc/passwd') })],
    ['is an archive itself', changed(reader, { bytes: zipOf(sound) })],
    ['unpacks to 8 MiB of nothing', changed(reader, { bytes: new Uint8Array(8 * MiB) })],
    ['claims to be smaller than it is', changed(reader, { size: 5 })],
    ['claims to be larger than it is', changed(reader, { size: 5000 })],
    [
      'claims to have 2^52 bytes',
      zipOf(
        sound.map((file) => ({ ...file, size: 2 ** 52 })),
        { zip64: true },
      ),
    ],
    ['stands beside a path out of the archive', changed(reader, {}, { name: '../a.tmx', bytes: Buffer.from('x') })],
    ['stands beside an absolute path', changed(reader, {}, { name: '/etc/a.tmx', bytes: Buffer.from('x') })],
    ['is cut in half', zipOf(sound).subarray(0, zipOf(sound).length / 2)],
  ])('is refused in words when its main file %s', async (_what, bytes) => {
    const rules = await refusal(reader, bytes);
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule).toMatch(/^(archive|file|pair|release|manifest)\b/);
  });
});

describe('a workbook', () => {
  const workbook = packageReaders['a workbook'] as PackageReader;
  const sheet = (inner: string) => changed(workbook, { bytes: Buffer.from(`<worksheet>${inner}</worksheet>`) });

  it('is told to be made to do harm when a part unpacks to many times its size', async () => {
    expect(await refusal(workbook, changed(workbook, { bytes: new Uint8Array(8 * MiB) }))).toEqual(['archive.ratio']);
  });

  it('is refused when its elements are nested more than any program nests them', async () => {
    expect(await refusal(workbook, sheet(`${'<a>'.repeat(101)}${'</a>'.repeat(101)}`))).toEqual(['pair.xlsx-damaged']);
    expect(await refusal(workbook, sheet(`${'<a>'.repeat(60)}${'</a>'.repeat(60)}`))).toEqual([]);
  });

  it('is refused when it has more rows than a sheet may have', async () => {
    const rows = Array.from({ length: 2 ** 20 + 1 }, (_, at) => (Math.imul(at, 0x9e3779b1) < 0 ? '<row/>' : '<row />'));
    expect(await refusal(workbook, sheet(rows.join('')))).toEqual(['pair.xlsx-damaged']);
  });
});
