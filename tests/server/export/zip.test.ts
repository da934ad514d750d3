import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportBytes } from '../../../server/export/bytes.ts';
import { zipped } from '../../../server/export/zip.ts';
import { exportCorpus } from '../../../shared/formats/export.ts';
import { exported, options, row } from '../../formats/rows.ts';

const rows = Array.from({ length: 3000 }, (_, index) => row({ segment: `s${index}`, en: `Sentence ${index}.` }));
const moses = options({ format: 'moses' });
const names = ['statements.fa', 'statements.en'];
const folder = mkdtempSync(join(tmpdir(), 'radif-zip-'));

beforeAll(() => {
  vi.stubEnv('TMPDIR', folder);
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('a zipped export', () => {
  it('holds the files of the export whole', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of zipped(names, exportBytes(exportCorpus(rows, moses)))) parts.push(part);
    const archive = unzipSync(Buffer.concat(parts));
    const { texts } = await exported(rows, moses);
    expect(Object.keys(archive)).toEqual(names);
    expect(Buffer.from(archive['statements.fa'] ?? []).toString()).toBe(texts.fa);
    expect(Buffer.from(archive['statements.en'] ?? []).toString()).toBe(texts.en);
  });

  it('is the same archive for the same corpus', async () => {
    const bytes = async () => {
      const parts: Uint8Array[] = [];
      for await (const part of zipped(names, exportBytes(exportCorpus(rows.slice(0, 10), moses)))) parts.push(part);
      return Buffer.concat(parts).toString('hex');
    };
    expect(await bytes()).toBe(await bytes());
  });

  it('of nothing holds empty files', async () => {
    const parts: Uint8Array[] = [];
    for await (const part of zipped(names, exportBytes(exportCorpus([], moses)))) parts.push(part);
    expect(Object.values(unzipSync(Buffer.concat(parts))).map(({ length }) => length)).toEqual([0, 0]);
  });

  it('leaves nothing on disk, also when the reader goes away', async () => {
    for await (const _ of zipped(names, exportBytes(exportCorpus(rows, moses)))) {
      expect(readdirSync(folder).length).toBe(1);
      break;
    }
    expect(readdirSync(folder)).toEqual([]);
  });
});
