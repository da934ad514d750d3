import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform } from 'prosemirror-transform';
import { importDocument } from '../../server/commands/document/import.ts';
import { createProject } from '../../server/commands/project/create.ts';
import { pushSteps } from '../../server/commands/timeline/push.ts';
import { type Context, closeContext, openContext } from '../../server/context.ts';
import { SCHEMA_VERSION } from '../../shared/doc/model/migrations.ts';
import { segmentByIndex, segmentCount } from '../../shared/doc/model/read.ts';
import { schema } from '../../shared/doc/model/schema.ts';
import { startCluster } from '../server/cluster.ts';
import { type Figure, median, percentile, times } from './figure.ts';
import { segmentsOf } from './sample.ts';

export const cases = ['sqlite', 'postgres'];

const PUSHES = 500;

/** One typed character a push, acknowledged from disk, beside the bare cost of getting a page onto that disk. */
export async function measure(engine: string): Promise<readonly Figure[]> {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  const cluster = engine === 'postgres' ? await startCluster({ durable: true }) : null;
  const address = await cluster?.newDatabase();
  const context = await openContext({ data, ...(address === undefined ? {} : { databaseUrl: address }) });
  try {
    const disk = await times(writer(join(data, 'page')), PUSHES, 20);
    const base = { name: 'write 4 kB and wait for the disk, p50', value: median(disk) };
    const figures: Figure[] = [{ ...base, unit: 'ms' }];
    for (const size of [40, 5000]) {
      const pushed = await times(await typist(context, size), PUSHES, 20);
      const name = `push into ${size.toLocaleString('en')} segments`;
      figures.push(
        { name: `${name}, p50`, value: median(pushed), unit: 'ms', of: base.name },
        { name: `${name}, p99`, value: percentile(pushed, 0.99), unit: 'ms', of: base.name },
      );
    }
    return figures;
  } finally {
    await closeContext(context);
    await cluster?.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

/** Each call types one character into the middle of a new document of `size` segments and pushes it. */
async function typist(context: Context, size: number): Promise<() => Promise<void>> {
  const { id: project } = await createProject(context, { name: `${size}` });
  const imported = await importDocument(context, { project, title: '', text: segmentsOf(size) });
  if (!imported.ok) throw new Error(imported.problems[0]?.message);
  const document = imported.value.id;
  let doc = (await context.timeline.at(context.store.db, document, 0)).doc;
  let base = 0;
  return async () => {
    const segment = segmentByIndex(doc, Math.floor(segmentCount(doc) / 2));
    if (segment === null) throw new RangeError('The document has no middle');
    const tr = new Transform(doc).insert(segment.pos + 1, schema.text('a'));
    const result = await pushSteps(context, {
      document,
      base,
      client: 'bench',
      schema: SCHEMA_VERSION,
      steps: tr.steps.map((step) => step.toJSON()),
    });
    if (!result.ok) throw new Error(`The push is ${result.reason}`);
    ({ doc } = tr);
    base = result.version;
  };
}

/** Each call writes a page at the end of `path` and waits until it is on disk. */
function writer(path: string): () => void {
  const file = openSync(path, 'a');
  const page = Buffer.alloc(4096, 'a');
  process.once('exit', () => closeSync(file));
  return () => {
    writeSync(file, page);
    fsyncSync(file);
  };
}
