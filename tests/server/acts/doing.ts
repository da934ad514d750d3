import { mergeEntities, removeEntity } from '../../../server/commands/entity/merge.ts';
import { renameEntity } from '../../../server/commands/entity/rename.ts';
import { splitEntity } from '../../../server/commands/entity/split.ts';
import { markRepeats } from '../../../server/commands/mention/mark-repeats.ts';
import { listReplacements, replaceWords } from '../../../server/commands/search/replace.ts';
import type { Context } from '../../../server/context.ts';
import { recordOf, type Scene } from './scene.ts';

export const deeds = ['merge', 'remove', 'split', 'rename', 'mark', 'replace'] as const;
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
    }
  }
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
