import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { history } from 'prosemirror-history';
import { Timeline } from '../../client/timeline/timeline.ts';
import { openTray } from '../../client/timeline/tray.ts';
import { segmentByIndex } from '../../shared/doc/model/read.ts';
import { outboxInMemory } from '../client/timeline/tab.ts';
import { Radif } from '../e2e/server.ts';
import { startCluster } from '../server/cluster.ts';
import { type Figure, percentile } from './figure.ts';
import { segmentsOf } from './sample.ts';
import { type Line, lineTo } from './writers/line.ts';

/** Writers, and the documents that they share. */
const scenes = { '20 on one document': [20, 1], '50 on five documents': [50, 5] } as const;
export const cases = Object.keys(scenes);

/** How long each scene goes on, and a person rests between two changes, in milliseconds. */
const LONG = 15_000;
const REST = [250, 750] as const;
const SEGMENTS = 100;

/** People who type into the same documents, each with the timeline of a real tab over HTTP: from the change to its being on the
 *  disk of PostgreSQL, which waits for it. The same on one server and on two that know of each other by the database alone. In
 *  the end everybody has the same document, and every letter stands in it. */
export async function measure(name: string): Promise<readonly Figure[]> {
  const [writers, documents] = scenes[name as keyof typeof scenes];
  const cluster = await startCluster({ durable: true });
  try {
    const figures: Figure[] = [];
    for (const servers of [1, 2]) {
      const met = await meeting(await cluster.newDatabase(), { servers, writers, documents });
      const of = (what: string) => (servers > 1 ? { of: `one server, ${what}` } : {});
      const title = servers === 1 ? 'one server' : 'two servers';
      figures.push(
        { name: `${title}, p50`, value: percentile(met.times, 0.5), unit: 'ms', ...of('p50') },
        { name: `${title}, p95`, value: percentile(met.times, 0.95), unit: 'ms', ...of('p95') },
        { name: `${title}, pushes that came too late`, value: met.late, unit: '%' },
        { name: `${title}, changes`, value: met.times.length, unit: 'changes' },
      );
    }
    return figures;
  } finally {
    await cluster.stop();
  }
}

interface Company {
  readonly servers: number;
  readonly writers: number;
  readonly documents: number;
}

async function meeting(databaseUrl: string, { servers, writers, documents }: Company) {
  const data = mkdtempSync(join(tmpdir(), 'radif-'));
  const running = Array.from({ length: servers }, () => new Radif({ data, databaseUrl }));
  try {
    const lines: Line[] = [];
    for (const radif of running) {
      await radif.start();
      lines.push(await lineTo(radif.link));
    }
    const [first] = lines;
    if (!first) throw new RangeError('There is no server');
    const ids: string[] = [];
    for (let document = 0; document < documents; document++) ids.push(await newDocument(first));
    const tabs = await Promise.all(
      Array.from({ length: writers }, (_, writer) =>
        openTab(lines[writer % lines.length] ?? first, ids[Math.floor(writer / 2) % ids.length] ?? '', writer),
      ),
    );
    const end = performance.now() + LONG;
    const times = (await Promise.all(tabs.map((tab, writer) => typing(tab, writer, end)))).flat();
    await agreed(first, ids, times.length);
    for (const tab of tabs) tab.close();
    const pushes = lines.map((line) => line.pushes());
    const [sent, stale] = [sum(pushes.map((each) => each.sent)), sum(pushes.map((each) => each.stale))];
    return { times, late: (100 * stale) / sent };
  } finally {
    for (const radif of running) await radif.close();
    rmSync(data, { recursive: true, force: true });
  }
}

async function newDocument(line: Line): Promise<string> {
  const { id: project } = await line.call<{ id: string }>('project.create', { name: 'Writers' });
  const text = segmentsOf(SEGMENTS);
  const imported = await line.call<{ ok: true; value: { id: string } }>('document.import', {
    project,
    title: 'A',
    text,
  });
  return imported.value.id;
}

async function openTab(line: Line, document: string, writer: number): Promise<Timeline> {
  const outbox = outboxInMemory();
  let ids = 0;
  return new Timeline({
    authority: line,
    outbox,
    tray: openTray(outbox, document),
    document: await line.open(document),
    client: `writer-${writer}`,
    plugins: [history()],
    newId: () => `w${writer}-${++ids}`,
    now: Date.now,
  });
}

/** Types a letter, waits until it is acknowledged, rests; the milliseconds of each. */
async function typing(tab: Timeline, writer: number, end: number): Promise<readonly number[]> {
  const times: number[] = [];
  const [least, most] = REST;
  await pause(Math.random() * most);
  while (performance.now() < end) {
    const segment = segmentByIndex(tab.state.doc, writer);
    if (!segment) throw new RangeError(`There is no segment ${writer}`);
    const started = performance.now();
    tab.dispatch(tab.state.tr.insertText('x', segment.pos + 1));
    const settled = await tab.settle();
    if (settled !== 'saved') throw new Error(`What writer ${writer} typed is ${settled}: ${tab.saving().kind}`);
    times.push(performance.now() - started);
    await pause(least + Math.random() * (most - least));
  }
  return times;
}

/** Throws where a letter is missing or stands twice. */
async function agreed(line: Line, ids: readonly string[], letters: number): Promise<void> {
  let found = 0;
  for (const id of ids) {
    const tab = await openTab(line, id, -1);
    tab.state.doc.descendants((node) => {
      if (node.type.name === 'segment') found += node.textContent.split('x').length - 1;
      return node.type.name === 'page';
    });
    tab.close();
  }
  if (found !== letters) throw new Error(`${letters} letters were acknowledged, ${found} are there`);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
