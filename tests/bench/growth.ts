import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openDocument } from '../../server/commands/document/open.ts';
import { type Context, closeContext, openContext } from '../../server/context.ts';
import { openExport } from '../../server/export/open.ts';
import { createCaller } from '../../server/router.ts';
import { statuses } from '../../shared/core/status.ts';
import { builtInGazetteer } from '../../shared/names/gazetteer/gazetteer.ts';
import { startCluster } from '../server/cluster.ts';
import { type Grown, grow } from '../server/grown.ts';
import { openWriter } from '../server/writer.ts';
import { type Figure, median, times } from './figure.ts';

export const cases = ['sqlite', 'postgres'];

const size = { documents: 500, segments: 500, mentions: 100, entities: 200, originals: 8 };
const ROUNDS = 3;

/** As the program has them. */
const threads = {
  memoryThread: resolve('dist/server/memories.js'),
  spellingThread: resolve('dist/server/spelling.js'),
};

/** What a person waits for in a project of 500 documents of 500 segments each, with 50,000 mentions of 200 names: the time in
 *  the server, from the call to its answer. The first of each is told apart: nothing is at hand for it yet. */
export async function measure(engine: string): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  const cluster = engine === 'postgres' ? await startCluster({ durable: true }) : null;
  const address = await cluster?.newDatabase();
  const context = await openContext({ data, ...threads, ...(address === undefined ? {} : { databaseUrl: address }) });
  try {
    const grown = await grow(context, size);
    // As a server does when it starts.
    builtInGazetteer();
    const figures: Figure[] = [];
    for (const [name, work] of Object.entries(await waits(context, grown))) {
      const [first = 0, ...later] = await times(work, ROUNDS + 1);
      figures.push(
        { name, value: median(later), unit: 'ms' },
        { name: `${name}, the first time`, value: first, unit: 'ms' },
      );
    }
    return figures;
  } finally {
    await closeContext(context);
    await cluster?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function waits(context: Context, { project, documents, entities, nameOf }: Grown) {
  const caller = createCaller(context);
  const [first = '', second = ''] = documents;
  const writer = await openWriter(context, second);
  const surface = nameOf(3);
  return {
    library: async () => {
      await caller.project.list({});
      await caller.document.list({ project });
    },
    opening: () => openDocument(context, { id: first }),
    push: () => writer.type(0, 'a'),
    'search of names': () => caller.entity.list({ project }),
    'extent of a name': () => caller.entity.extent({ project, id: entities[3] ?? '' }),
    'further places of a name': () => caller.mention.repeats({ project, except: first, surface, label: 'PER' }),
    'further places of a common word': () =>
      caller.mention.repeats({ project, except: first, surface: 'جمله', label: 'PER' }),
    concordance: () => caller.entity.concordance({ project, id: entities[3] ?? '' }),
    'what was marked before': () => caller.mention.earlier({ project, except: first }),
    'labels with their counts': () => caller.label.counts({ project }),
    'checks, an answer': () => caller.finding.list({ project, kind: null, ignored: false }),
    'export of the project, to its first rows': () => exported(context, project, 1),
    'export of the project, all': () => exported(context, project, Number.POSITIVE_INFINITY),
  };
}

/** Reads so many chunks of an export. */
async function exported(context: Context, project: string, most: number): Promise<void> {
  const { corpus } = await openExport(context, {
    ...{ project, format: 'tmx', states: [...statuses], fa: 'fa', en: 'en', side: 'fa', bom: false },
  });
  let read = 0;
  for await (const _chunk of corpus.chunks) {
    read += 1;
    if (read >= most) return;
  }
}
