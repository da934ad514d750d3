import { mergeEntities, removeEntity } from '../../../server/commands/entity/merge.ts';
import { renameEntity } from '../../../server/commands/entity/rename.ts';
import { splitEntity } from '../../../server/commands/entity/split.ts';
import { jobKinds } from '../../../server/commands/job/kinds.ts';
import { changeLinks } from '../../../server/commands/link/change.ts';
import { preTranslate } from '../../../server/commands/memory/pre-translate.ts';
import { sayAgain } from '../../../server/commands/memory/same-again.ts';
import { markRepeats } from '../../../server/commands/mention/mark-repeats.ts';
import { listReplacements, replaceWords } from '../../../server/commands/search/replace.ts';
import type { Context } from '../../../server/context.ts';
import { jobById } from '../../../server/db/job.ts';
import { claimJob } from '../../../server/jobs/claim.ts';
import { runJob } from '../../../server/jobs/run.ts';
import { segmentByIndex } from '../../../shared/doc/model/read.ts';
import { documentAt } from '../opened.ts';
import { recordOf, type Scene } from './scene.ts';

export const deeds = [
  ...(['merge', 'remove', 'split', 'rename', 'mark', 'replace', 'link'] as const),
  ...(['propagate', 'pretranslate'] as const),
];
export type Deed = (typeof deeds)[number];

/** Does one act over all documents of a scene; gives its job. */
export async function doDeed(ctx: Context, deed: Deed, { project, documents, russia, iran }: Scene): Promise<string> {
  const answer = await done();
  if ('ok' in answer && !answer.ok) throw new Error(JSON.stringify(answer));
  if (answer.job === null) throw new Error('There was nothing to do');
  return answer.job;

  function done() {
    switch (deed) {
      case 'merge':
        return mergeEntities(ctx, { project, into: iran, from: russia, relabel: true });
      case 'remove':
        return removeEntity(ctx, { project, id: russia });
      case 'split': {
        const mentions = documents.map((document) => ({ document, mention: 'm2' }));
        return splitEntity(ctx, { project, id: russia, to: { record: recordOf('LOC', 'روس', 'Rus') }, mentions });
      }
      case 'rename': {
        const places = ['m1', 'm2'].map((mention) => ({ mention, before: 'Russia' }));
        return renameEntity(ctx, {
          ...{ project, id: russia, revision: 1, record: recordOf('GPE', 'روسیه', 'Russian Federation') },
          documents: documents.map((document) => ({ document, mentions: places })),
        });
      }
      case 'mark':
        return markRepeats(ctx, {
          ...{ project, label: 'MISC', entity: null },
          documents: documents.map((document) => ({ document, places: [{ from: 14, to: 27 }] })),
        });
      case 'replace':
        return replacement(ctx, project);
      case 'link':
        return linking(ctx, project, documents);
      case 'propagate':
        return saying(ctx, project, documents);
      case 'pretranslate':
        return filling(ctx, project);
    }
  }
}

/** Works on whatever is written down and held by nobody, as a server does, until there is nothing left. */
export async function workOff(ctx: Context): Promise<void> {
  for (;;) {
    const job = await claimJob(ctx, Object.keys(jobKinds));
    const kind = job && jobKinds[job.kind];
    if (!job || !kind) return;
    await runJob(ctx, kind, job, { signal: new AbortController().signal, progress: () => {}, report: fail });
    const ended = await jobById(ctx.store.db, job.id);
    if (!['done', 'cancelled'].includes(ended?.state ?? '')) throw new Error(`Job ${job.kind} is ${ended?.state}`);
  }
}

function fail(error: unknown): never {
  throw error;
}

/** The segment at `index` of each document, with its Persian. */
function segmentsAt(ctx: Context, documents: readonly string[], index: number) {
  return Promise.all(
    documents.map(async (document) => {
      const { doc, source } = await documentAt(ctx, document);
      const segment = segmentByIndex(doc, index);
      if (!segment) throw new Error(`There is no segment ${index}`);
      return { document, segment: segment.id, source: source.slice(segment.from, segment.to) };
    }),
  );
}

async function linking(ctx: Context, project: string, documents: readonly string[]) {
  const [fa, en] = ['پاسخ', 'answered'] as const;
  const places = await segmentsAt(ctx, documents, 1);
  return changeLinks(ctx, {
    ...{ project, action: { kind: 'accept' } },
    documents: places.map(({ document, segment, source }) => {
      const [from, at] = [source.indexOf(fa), 'Russia '.length];
      const seen = { fa: { from, to: from + fa.length }, en: { from: at, to: at + en.length } };
      return { document, links: [{ segment, ...seen, words: [fa, en], sure: true }] };
    }),
  });
}

async function saying(ctx: Context, project: string, documents: readonly string[]) {
  return sayAgain(ctx, { project, text: 'Rain came.', places: await segmentsAt(ctx, documents, 2) });
}

async function filling(ctx: Context, project: string) {
  const begun = await preTranslate(ctx, { project, document: null, threshold: 100, isByMachine: false });
  await workOff(ctx);
  return begun;
}

async function replacement(ctx: Context, project: string): Promise<{ readonly job: string | null }> {
  const en = { text: 'Russia', kind: 'phrase', isInflected: false, isWhole: true, isCased: true } as const;
  const all = { project, document: null, rows: null, states: null, fa: null, either: null };
  const listed = await listReplacements(ctx, { ...all, en, with: 'the Federation' });
  if (!listed.ok) throw new Error(JSON.stringify(listed));
  const { places } = listed.value;
  const choice = { project, sought: 'Russia', with: 'the Federation', confirmed: 'draft', places } as const;
  const done = await replaceWords(ctx, choice);
  if (!done.ok) throw new Error(JSON.stringify(done));
  return done.value;
}
