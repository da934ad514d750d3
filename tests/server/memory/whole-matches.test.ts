import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { matchesOf, wholeMatches } from '../../../client/panels/matches/query.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { beginMemory } from '../../../server/commands/memory/import.ts';
import { documentById } from '../../../server/db/document.ts';
import { jobById } from '../../../server/db/job.ts';
import { workOnJobs } from '../../../server/jobs/jobs.ts';
import { createCaller } from '../../../server/router.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { withEngines } from '../engines.ts';
import { temporaryFolder } from '../temporary.ts';
import { newDocument, openWriter } from '../writer.ts';
import { memoryThreadProgram } from './thread-program.ts';

withEngines((engine) => {
  it('a key waits for a memory just brought in until it was looked through, unless the caret went on', async () => {
    const ctx = await engine.context({ memoryThread: await memoryThreadProgram() });
    const document = await newDocument(ctx, 'جمله شماره 2999 است');
    const { project_id: project } = (await documentById(ctx.store.db, document)) ?? { project_id: '' };
    const path = join(await temporaryFolder(), 'memory.tsv');
    const lines = Array.from({ length: 3000 }, (_, at) => `جمله شماره ${at} است\tSentence ${at}\n`);
    await writeFile(path, `fa\ten\n${lines.join('')}`);
    const begun = await beginMemory(ctx, { project, isShared: false, name: '', filename: 'memory.tsv', path });
    if (!begun.ok) throw new Error(begun.problems[0]?.message);
    const jobs = workOnJobs(ctx, jobKinds, console.error, 5);
    while ((await jobById(ctx.store.db, begun.value.job))?.state !== 'done') {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await jobs.close();

    const { doc, source } = await openWriter(ctx, document);
    const segment = segmentByIndex(doc, 0);
    if (!segment) throw new Error('The document has no segment');
    const told: boolean[] = [];
    /** What the page asks, of the server in this process. */
    const asked = {
      ...matchesOf({ project, document, source: source.text }, doc, segment),
      queryFn: async () => {
        const texts = [{ text: source.text, before: null, after: null, segment: segment.id }];
        const found = await createCaller(ctx).memory.matches({ project, document, texts });
        told.push(found.isBehind);
        return found;
      },
    } as unknown as ReturnType<typeof matchesOf>;
    expect((await wholeMatches(asked, () => false)).isBehind).toBe(true);
    expect(told).toEqual([true]);
    const { isBehind, matches } = await wholeMatches(asked, () => true);
    expect(isBehind).toBe(false);
    expect(matches[0]?.[0]).toMatchObject({ score: 100, target: 'Sentence 2999' });
    // An answer that lacks a memory is not taken for a fresh one.
    expect(told.length).toBeGreaterThan(1);
    expect(told.at(-1)).toBe(false);
  });
});
