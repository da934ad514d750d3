import { join } from 'node:path';
import { sql } from 'kysely';
import Libsql from 'libsql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openDocument } from '../../server/commands/document/open.ts';
import { listFindings } from '../../server/commands/finding/list.ts';
import type { Context } from '../../server/context.ts';
import { exportRows } from '../../server/export/rows.ts';
import { createCaller } from '../../server/router.ts';
import { setStatus } from '../../shared/doc/edit/structure.ts';
import { segmentByIndex } from '../../shared/doc/model/read.ts';
import { engineOf } from './engines.ts';
import { type Grown, grow } from './grown.ts';
import { openWriter } from './writer.ts';

/** What grows with the work of people: none of it is read whole while a person waits. */
const growing = [
  'segment',
  'mention',
  'step',
  'snapshot',
  'source',
  'checkpoint',
  'touched_segment',
  'dismissal',
  'memory_unit',
];
/** Those of them that stay too small here for an index to be worth while: of these it must be possible. */
const small = ['step', 'snapshot', 'source', 'checkpoint', 'touched_segment', 'dismissal', 'memory_unit'];

/** A query as the driver got it. */
interface Sent {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A plan as `explain (format json)` gives it. */
interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Plan[];
}

/** What a person waits for in a project. */
const waits = (ctx: Context, { project, documents, entities }: Grown) => {
  const caller = createCaller(ctx);
  const [first = '', second = ''] = documents;
  const id = entities[3] ?? '';
  const [surface, label] = ['کشور', 'LOC'];
  return {
    'the library': async () => {
      await caller.project.list({});
      await caller.document.list({ project });
    },
    'a document that opens': () => openDocument(ctx, { id: first }),
    'its history': () => caller.version.list({ document: first }),
    'a push': async () => (await openWriter(ctx, second)).type(0, 'a'),
    'segments that are reviewed': async () =>
      (await openWriter(ctx, second)).push((tr) => {
        for (const place of [1, 2, 3]) setStatus(tr, segmentByIndex(tr.doc, place)?.id ?? '', 'reviewed');
      }),
    'the names of a project': () => caller.entity.list({ project }),
    'how far a name reaches': () => caller.entity.extent({ project, id }),
    'the further places of a name': () => caller.mention.repeats({ project, except: first, surface, label }),
    'a concordance': () => caller.entity.concordance({ project, id }),
    'what was marked before': () => caller.mention.earlier({ project, except: first }),
    'labels with their counts': () => caller.label.counts({ project }),
    checks: () => listFindings(ctx, { project, kind: null, ignored: false }, null),
    'an export': async () => {
      for await (const row of exportRows(ctx, { documents })) expect(row.en).not.toBe('');
    },
  } satisfies Readonly<Record<string, () => Promise<unknown>>>;
};
const waitNames = [
  'the library',
  'a document that opens',
  'its history',
  'a push',
  'segments that are reviewed',
  'the names of a project',
  'how far a name reaches',
  'the further places of a name',
  'a concordance',
  'what was marked before',
  'labels with their counts',
  'checks',
  'an export',
] as const satisfies readonly (keyof ReturnType<typeof waits>)[];

/** On real PostgreSQL, in a database of several projects that is large enough for the planner to look for an index. */
describe('what a person waits for on PostgreSQL', () => {
  const engine = engineOf('postgres');
  let ctx: Context;
  let grown: Grown;
  const sent: Sent[] = [];

  beforeAll(async () => {
    ctx = await engine.context();
    const size = { documents: 12, segments: 150, mentions: 50, entities: 40, originals: 1 };
    for (let project = 0; project < 20; project++) grown = await grow(ctx, size);
    await vi.waitFor(() => ctx.timeline.settled());
    const query = pg.Client.prototype.query as (...all: unknown[]) => unknown;
    vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function noted(this: unknown, ...all: unknown[]) {
      const [first, values] = all;
      const text = typeof first === 'string' ? first : (first as { readonly text?: string } | undefined)?.text;
      if (text && /^(with|select|update|delete)/i.test(text))
        sent.push({ text, values: Array.isArray(values) ? values : [] });
      return query.apply(this, all);
    } as typeof pg.Client.prototype.query);
  }, 120_000);
  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** Tables that grow and that a query of `work` reads from end to end. */
  async function readWhole(work: () => Promise<unknown>): Promise<readonly string[]> {
    sent.length = 0;
    await work();
    const queries = [...new Map(sent.map((one) => [one.text, one])).values()];
    expect(queries.length).toBeGreaterThan(0);
    const found: string[] = [];
    for (const { text, values } of queries) {
      const planned = async (isPossible: boolean) =>
        ctx.store.transaction(async (trx) => {
          if (isPossible) await sql`set local enable_seqscan = off`.execute(trx);
          const parts = text.split(/\$(\d+)/);
          const whole = sql.join(
            parts.map((part, at) => (at % 2 === 0 ? sql.raw(part) : sql`${values[Number(part) - 1]}`)),
            sql.raw(''),
          );
          const { rows } = await sql<{
            'QUERY PLAN': readonly { Plan: Plan }[];
          }>`explain (format json) ${whole}`.execute(trx);
          return rows[0]?.['QUERY PLAN'][0]?.Plan;
        });
      const [chosen, possible] = [await planned(false), await planned(true)];
      const tables = [
        ...wholeReads(chosen).filter((table) => !small.includes(table) && !isCount(text)),
        ...wholeReads(possible).filter((table) => small.includes(table) || isCount(text)),
      ];
      found.push(...tables.map((table) => `${table}: ${text.slice(0, 400)}`));
    }
    return found;
  }

  function wholeReads(plan: Plan | undefined): readonly string[] {
    if (!plan) return [];
    const table = plan['Relation Name'] ?? '';
    const own = plan['Node Type'] === 'Seq Scan' && growing.includes(table) ? [table] : [];
    return [...own, ...(plan.Plans ?? []).flatMap(wholeReads)];
  }

  /** A count over all that a project has: how much of the table that is decides what costs less, so an index must be possible. */
  const isCount = (text: string) => text.includes('count(*)');

  it.each(waitNames)('reads no table from end to end: %s', async (name) => {
    expect(await readWhole(() => waits(ctx, grown)[name]())).toEqual([]);
  });
});

/** On a real file, whose planner knows how much stands in it, and does not. */
describe('what a person waits for on SQLite', () => {
  const engine = engineOf('sqlite');
  let ctx: Context;
  let grown: Grown;
  let file: string;
  let unanalysed: string;
  const sent = new Set<string>();

  beforeAll(async () => {
    const place = await engine.place();
    file = join(place.data, 'radif.db');
    ctx = await engine.context(place);
    const size = { documents: 12, segments: 150, mentions: 50, entities: 40, originals: 1 };
    for (let project = 0; project < 3; project++) grown = await grow(ctx, size);
    await vi.waitFor(() => ctx.timeline.settled());
    // The files of people were never analysed.
    unanalysed = join(place.data, 'unanalysed.db');
    const copy = new Libsql(file);
    copy.exec(`vacuum into '${unanalysed}'`);
    copy.close();
    const plain = new Libsql(unanalysed);
    plain.exec('delete from sqlite_stat1');
    plain.close();
    const prepare = Libsql.prototype.prepare;
    vi.spyOn(Libsql.prototype, 'prepare').mockImplementation(function noted(this: Libsql.Database, text: string) {
      if (/^(with|select|update|delete)/i.test(text)) sent.add(text);
      return prepare.call(this, text);
    });
  }, 120_000);
  afterAll(() => {
    vi.restoreAllMocks();
  });

  /** Tables that grow and that a query reads from end to end, or an index of them. */
  function readWhole(database: Libsql.Database, text: string): readonly string[] {
    const values = Array.from({ length: text.split('?').length - 1 }, () => null);
    const plan = database.prepare(`explain query plan ${text}`).all(values) as { detail: string }[];
    const named = new Map([...text.matchAll(/"(\w+)" as "(\w+)"/g)].map(([, table = '', alias]) => [alias, table]));
    return plan.flatMap(({ detail }) => {
      // A memory is as large as its project: found by its id alone, it is read whole as well.
      const scanned = /^SCAN (\w+)/.exec(detail)?.[1] ?? /^SEARCH (memory_unit) .*\(memory_id=\?\)$/.exec(detail)?.[1];
      const table = named.get(scanned) ?? scanned ?? '';
      return growing.includes(table) ? [`${table}: ${detail}: ${text.slice(0, 400)}`] : [];
    });
  }

  it.each(waitNames)('reads no table from end to end: %s', async (name) => {
    sent.clear();
    await waits(ctx, grown)[name]();
    const texts = [...sent];
    expect(texts.length).toBeGreaterThan(0);
    const database = new Libsql(file);
    expect(texts.flatMap((text) => readWhole(database, text))).toEqual([]);
    const fresh = new Libsql(unanalysed);
    expect(texts.flatMap((text) => readWhole(fresh, text))).toEqual([]);
    fresh.close();
    expect(readWhole(database, 'select "id" from "segment" as "some"')).toHaveLength(1);
    database.close();
  });
});
