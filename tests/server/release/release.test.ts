import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importDocument } from '../../../server/commands/document/import.ts';
import { renameDocument } from '../../../server/commands/document/rename.ts';
import { changeEntity } from '../../../server/commands/entity/change.ts';
import { listProjects } from '../../../server/commands/project/list.ts';
import { bringSample } from '../../../server/commands/sample/bring.ts';
import type { Context } from '../../../server/context.ts';
import { UnknownRecord } from '../../../server/db/unknown.ts';
import { compareAgain, makeAgain } from '../../../server/release/again.ts';
import { beginRelease } from '../../../server/release/begin.ts';
import { compareReleases } from '../../../server/release/compare.ts';
import { releaseOrder } from '../../../server/release/order.ts';
import {
  archiveBytes,
  listReleases,
  manifestOf,
  openRelease,
  removeRelease,
  storedRelease,
} from '../../../server/release/stored.ts';
import { verifyArchive, verifyRelease } from '../../../server/release/verify.ts';
import { formats } from '../../../shared/formats/corpus/row.ts';
import { manifestText } from '../../../shared/release/manifest.ts';
import { withEngines } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { openWriter } from '../writer.ts';
import { begin, cancelled, make, translatedProject, workedOff } from './making.ts';

async function bytesOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function archive(ctx: Context, id: string): Promise<Buffer> {
  return bytesOf(archiveBytes(ctx, await storedRelease(ctx, id)));
}

async function again(ctx: Context, id: string): Promise<Buffer> {
  const { recipe } = manifestOf(await storedRelease(ctx, id));
  return bytesOf(makeAgain(ctx, recipe, { signal: new AbortController().signal, progress: () => {} }).bytes);
}

const lines = (bytes: Uint8Array | undefined) =>
  Buffer.from(bytes ?? [])
    .toString()
    .trimEnd()
    .split('\n');
const piecesLeft = ({ store }: Context) => store.db.selectFrom('release_piece').select('archive').execute();

withEngines((engine) => {
  describe('a release', () => {
    it('holds the sample in every format, divided, with manifest, card and changelog', async () => {
      const ctx = await engine.context();
      await bringSample(ctx);
      const [project] = await listProjects(ctx);
      const id = await make(ctx, {
        project: project?.id ?? '',
        name: '1.0',
        formats: [...formats],
        splits: { train: 80, dev: 10, test: 10 },
        filters: { states: ['initial', 'translated', 'reviewed', 'final'] },
        licence: 'CC-BY-4.0',
      });
      const bytes = await archive(ctx, id);
      const files = unzipSync(bytes);
      const { manifest, sha256, size } = await openRelease(ctx, { id });
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(bytes.length).toBe(size);
      for (const { path, bytes, sha256 } of manifest.files) {
        expect(files[path]?.length).toBe(bytes);
        expect(
          createHash('sha256')
            .update(files[path] ?? '')
            .digest('hex'),
        ).toBe(sha256);
      }
      expect(Object.keys(files).sort()).toEqual(['manifest.json', ...manifest.files.map(({ path }) => path)].sort());
      expect(Object.keys(files)).toEqual(
        expect.arrayContaining(['README.md', 'CHANGELOG.md', 'data/moses/train.fa', 'data/brat/test.en.ann']),
      );
      expect(lines(files['manifest.json']).join('\n')).toBe(
        manifestText(manifestOf(await storedRelease(ctx, id))).trimEnd(),
      );
      expect(manifest.statistics.segments).toBe(46);
      expect(manifest.recipe.documents.map(({ split }) => split).sort()).toEqual(['test', 'train']);
      const trained = new Set(lines(files['data/jsonl/train.jsonl']).map((line) => JSON.parse(line).document));
      const tested = new Set(lines(files['data/jsonl/test.jsonl']).map((line) => JSON.parse(line).document));
      expect([...trained].filter((document) => tested.has(document))).toEqual([]);
      expect(await verifyRelease(ctx, { id })).toEqual([]);
      expect(await compareAgain(ctx, { id })).toEqual({ isSame: true, differing: [] });
    });

    it('is made again byte for byte, also after the documents, their titles and the registry were changed', async () => {
      const ctx = await engine.context();
      await bringSample(ctx);
      const [project] = await listProjects(ctx);
      const id = await make(ctx, {
        project: project?.id ?? '',
        name: '1.0',
        formats: ['jsonl', 'tmx', 'xliff-2.1', 'conll'],
        filters: { clean: true },
        splits: { train: 50, dev: 0, test: 50 },
      });
      const bytes = await archive(ctx, id);
      expect((await again(ctx, id)).equals(bytes)).toBe(true);
      const { manifest } = await openRelease(ctx, { id });
      for (const { id: document } of manifest.recipe.documents) {
        const writer = await openWriter(ctx, document);
        for (let segment = 0; segment < 20; segment++) await writer.type(segment, ' changed');
        await renameDocument(ctx, { id: document, title: 'Another title' });
      }
      const entities = await ctx.store.db.selectFrom('entity').selectAll().execute();
      for (const { id: entity, record, revision } of entities.slice(0, 5)) {
        const changed = { ...JSON.parse(record), en: 'Renamed since' };
        const entry = { project: project?.id ?? '', id: entity, revision, record: changed };
        expect(await changeEntity(ctx, entry)).toMatchObject({ ok: true });
      }
      expect((await again(ctx, id)).equals(bytes)).toBe(true);
      expect(await compareAgain(ctx, { id })).toEqual({ isSame: true, differing: [] });
      expect(await verifyRelease(ctx, { id })).toEqual([]);
    });

    it('takes versions that are not the newest, and leaves out what the filters do not let through', async () => {
      const ctx = await engine.context();
      const { project, documents } = await translatedProject(ctx, [20, 20]);
      const [first = '', second = ''] = documents;
      const writer = await openWriter(ctx, first);
      await writer.type(0, ' Later.');
      const id = await make(ctx, {
        project,
        name: 'old',
        documents: [{ id: first, version: 0 }, { id: second }],
        formats: ['jsonl'],
        duplicates: 'both',
      });
      const text = lines(unzipSync(await archive(ctx, id))['data/jsonl/all.jsonl']).join('\n');
      expect(text).not.toContain('Later');
      const { statistics, excluded } = manifestOf(await storedRelease(ctx, id));
      expect(statistics.segments + (excluded.duplicate ?? 0)).toBe(40);
      expect(text.split('\n')).toHaveLength(statistics.segments);
    });

    it('keeps documents in the splits of the release before, and tells in its changelog what changed', async () => {
      const ctx = await engine.context();
      const { project, documents } = await translatedProject(ctx, [10, 15, 20, 25]);
      const splits = { train: 60, dev: 20, test: 20 };
      const before = await make(ctx, {
        project,
        name: '1',
        documents: documents.slice(0, 3).map((id) => ({ id })),
        splits,
      });
      await (await openWriter(ctx, documents[0] ?? '')).type(0, ' More.');
      const after = await make(ctx, { project, name: '2', splits, seed: 'another' });
      const [old, now] = [await openRelease(ctx, { id: before }), await openRelease(ctx, { id: after })];
      const splitOf = new Map(now.manifest.recipe.documents.map(({ id, split }) => [id, split]));
      for (const { id, split } of old.manifest.recipe.documents) expect(splitOf.get(id)).toBe(split);
      const log = lines(unzipSync(await archive(ctx, after))['CHANGELOG.md']).join('\n');
      expect(log).toContain('Compared with 1.');
      expect(log).toContain('version 0 → 1');
      expect(now.previous).toBe('1');
      expect(now.manifest.recipe.contributors).toEqual([{ name: 'contributor-1', changes: 1 }]);
      const difference = await compareReleases(ctx, { before, after });
      expect(difference.figures.documents).toEqual({ before: 3, after: 4 });
      expect(difference.added.map(({ id }) => id)).toEqual([documents[3]]);
      expect((await listReleases(ctx, { project })).map(({ name }) => name)).toEqual(['2', '1']);
    });

    it('has a name of its own in the project, and documents that are there', async () => {
      const ctx = await engine.context();
      const { project, documents } = await translatedProject(ctx, [5]);
      const order = (more: object) => releaseOrder.parse({ project, name: '1', ...more });
      await make(ctx, { project, name: '1' });
      const refused = async (more: object) => {
        const begun = await beginRelease(ctx, order(more));
        return begun.ok ? [] : begun.problems.map(({ rule }) => rule);
      };
      expect(await refused({})).toEqual(['release.name']);
      expect(await refused({ name: '2', documents: [{ id: 'gone' }] })).toEqual(['release.document']);
      expect(await refused({ name: '2', documents: [{ id: documents[0], version: 9 }] })).toEqual(['release.version']);
      expect(await listReleases(ctx, { project })).toHaveLength(1);
    });

    it('that is cancelled leaves nothing, and its name is free', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [30]);
      const id = await begin(ctx, { project, name: '1', formats: [...formats] });
      expect((await cancelled(ctx, id)).state).toBe('cancelled');
      expect(await listReleases(ctx, { project })).toEqual([]);
      expect(await piecesLeft(ctx)).toEqual([]);
      await make(ctx, { project, name: '1' });
    });

    it('that was removed is gone with its archive, and can be made again from its manifest', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [10]);
      const id = await make(ctx, { project, name: '1' });
      const [bytes, { recipe }] = [await archive(ctx, id), manifestOf(await storedRelease(ctx, id))];
      await removeRelease(ctx, { id });
      expect(await piecesLeft(ctx)).toEqual([]);
      await expect(openRelease(ctx, { id })).rejects.toThrow('There is no release');
      const made = makeAgain(ctx, recipe, { signal: new AbortController().signal, progress: () => {} });
      expect((await bytesOf(made.bytes)).equals(bytes)).toBe(true);
    });

    it('that is removed while it is verified is whole or gone, and never damaged', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [10]);
      for (let round = 0; round < 8; round++) {
        const id = await make(ctx, { project, name: `${round}` });
        const verifying = verifyRelease(ctx, { id }).catch((error: unknown) => error);
        await removeRelease(ctx, { id });
        const found = await verifying;
        if (!(found instanceof UnknownRecord)) expect(found).toEqual([]);
      }
    });

    it('has something in each split, though some documents have no segment in a chosen state', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [10, 10]);
      for (const title of ['Not begun', 'Not begun either']) {
        expect((await importDocument(ctx, { project, title, text: 'این هنوز ترجمه نشده است.' })).ok).toBe(true);
      }
      for (const seed of ['1', '2', '3']) {
        const id = await make(ctx, { project, name: seed, seed, splits: { train: 80, dev: 0, test: 20 } });
        const { splits } = manifestOf(await storedRelease(ctx, id));
        expect([splits.train?.segments, splits.test?.segments]).toEqual([10, 10]);
        await removeRelease(ctx, { id });
      }
    });

    it('that would hold nothing is not made, and says why', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [10, 5]);
      const id = await begin(ctx, { project, name: '1', filters: { states: ['final'] } });
      expect(await workedOff(ctx, id)).toMatchObject({
        state: 'failed',
        problems: [{ rule: 'release.nothing', values: { count: 15 } }],
      });
      expect(await listReleases(ctx, { project })).toEqual([]);
      expect(await piecesLeft(ctx)).toEqual([]);
      await make(ctx, { project, name: '1' });
    });

    it('is verified: each file that differs, is missing or is too many is named', async () => {
      const ctx = await engine.context();
      const { project } = await translatedProject(ctx, [10]);
      const id = await make(ctx, { project, name: '1', formats: ['jsonl', 'moses'] });
      const files = unzipSync(await archive(ctx, id));
      const path = join(await temporaryFolder(), 'a.zip');
      const verified = async (contents: Record<string, Uint8Array>) => {
        await writeFile(path, zipSync(contents));
        return (await verifyArchive(path)).map(({ rule, element }) => `${rule} ${element ?? ''}`.trim());
      };
      expect(await verified(files)).toEqual([]);
      const english = files['data/moses/all.en'] ?? new Uint8Array();
      const changed = Uint8Array.from(english);
      changed[3] = 65;
      expect(await verified({ ...files, 'data/moses/all.en': changed })).toEqual([
        'release.file-differs data/moses/all.en',
      ]);
      const { 'README.md': _, ...without } = files;
      expect(await verified({ ...without, 'more.txt': english })).toEqual([
        'release.file-missing README.md',
        'release.file-extra more.txt',
      ]);
      expect(await verified({ 'a.txt': english })).toEqual(['release.manifest']);
      expect(await verified({ ...files, 'manifest.json': Buffer.from('{') })).toEqual(['release.manifest-json']);
      expect((await verified({ ...files, 'manifest.json': Buffer.from('{}') }))[0]).toContain('malformed');
      await writeFile(path, 'no archive');
      expect((await verifyArchive(path)).map(({ rule }) => rule)).toEqual(['release.unreadable']);
    });
  });
});
