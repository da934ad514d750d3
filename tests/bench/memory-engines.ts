import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';
import { readIndex, writeIndex } from '../../server/memory/index-file.ts';
import { foldKey } from '../../shared/language/characters/fold.ts';
import { MemoryIndex } from '../../shared/memory/index/memory-index.ts';
import { startCluster } from '../server/cluster.ts';
import { likenessByWords } from './word-likeness.ts';

/** Something that finds the ten texts of a corpus that are most like one. */
export interface Engine {
  /** Milliseconds that it took to be made. */
  readonly built: number;
  readonly megabytes: number;
  /** The places of texts in the corpus. */
  find(text: string): Promise<readonly number[]>;
  readonly add?: (number: number, text: string) => void;
  readonly settle?: () => void;
  /** Milliseconds to write it into a file, and to read it again. */
  readonly file?: () => Promise<{ readonly written: number; readonly read: number }>;
  close(): Promise<void>;
}

/** Each gets the same keys: folded for search, so that none of them has to know Persian. */
export const engines: readonly { readonly name: string; open(corpus: readonly string[]): Promise<Engine> }[] = [
  { name: 'index', open: ownIndex },
  { name: 'pg_trgm', open: trigrams },
  { name: 'FTS5', open: fullText },
];

async function ownIndex(corpus: readonly string[]): Promise<Engine> {
  const started = performance.now();
  const index = new MemoryIndex();
  for (const [number, text] of corpus.entries()) index.put(number, text);
  index.settle();
  const built = performance.now() - started;
  return {
    built,
    megabytes: bytesOf(index) / 2 ** 20,
    find: async (text) => index.find(text).hits.map(({ number }) => number),
    add: (number, text) => index.put(number, text),
    settle: () => index.settle(),
    file: () => throughFile(index),
    close: async () => {},
  };
}

async function throughFile(index: MemoryIndex) {
  const folder = mkdtempSync(join(tmpdir(), 'radif-index-'));
  try {
    const file = join(folder, 'a.index');
    const began = performance.now();
    await writeIndex(file, { revision: 1, arrays: index.arrays() });
    const written = performance.now() - began;
    const reading = performance.now();
    const kept = await readIndex(file);
    if (kept === null) throw new Error('The index that was written cannot be read');
    const { size } = new MemoryIndex(kept.arrays);
    const read = performance.now() - reading;
    if (size !== index.size) throw new Error(`Of ${index.size} units ${size} came back`);
    return { written, read };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a word costs in a `Map` besides its letters. */
const ENTRY = 64;

function bytesOf(index: MemoryIndex): number {
  const { vocabulary, ...arrays } = index.arrays();
  const words = vocabulary.length * 2 + vocabulary.split('\n').length * ENTRY;
  return Object.values(arrays).reduce((sum, array) => sum + array.byteLength, words);
}

/** pg_trgm with a GIN index, in a database whose ctype knows Persian letters. */
async function trigrams(corpus: readonly string[]): Promise<Engine> {
  const cluster = await startCluster();
  const main = new pg.Client({ connectionString: await cluster.newDatabase() });
  await main.connect();
  await main.query("create database trigrams template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
  const client = new pg.Client({ host: main.host, port: main.port, user: main.user ?? '', database: 'trigrams' });
  await main.end();
  await client.connect();
  const started = performance.now();
  await client.query('create extension pg_trgm');
  await client.query('create table unit (number integer primary key, key text not null)');
  for (let from = 0; from < corpus.length; from += 10_000) {
    const keys = corpus.slice(from, from + 10_000).map((text) => foldKey(text, 'search'));
    await client.query(
      'insert into unit select $1 + ord - 1, key from unnest($2::text[]) with ordinality as t(key, ord)',
      [from, keys],
    );
  }
  await client.query('create index unit_key on unit using gin (key gin_trgm_ops)');
  await client.query('analyze unit');
  const built = performance.now() - started;
  await client.query('set pg_trgm.similarity_threshold = 0.5');
  // Left to itself it compares with each of a small table.
  await client.query('set enable_seqscan = off');
  const { rows } = await client.query("select pg_relation_size('unit_key')::bigint as bytes");
  return {
    built,
    megabytes: Number(rows[0]?.bytes) / 2 ** 20,
    async find(text) {
      const statement = 'select number from unit where key % $1 order by similarity(key, $1) desc limit 10';
      const found = await client.query<{ number: number }>(statement, [foldKey(text, 'search')]);
      return found.rows.map(({ number }) => number);
    },
    async close() {
      await client.end();
      await cluster.stop();
    },
  };
}

/** FTS5 by words: the eight rarest of a text, the first 50 by its own rank scored anew. */
async function fullText(corpus: readonly string[]): Promise<Engine> {
  const folder = mkdtempSync(join(tmpdir(), 'radif-fts-'));
  const file = join(folder, 'fts.db');
  const db = new Database(file);
  const started = performance.now();
  db.exec('pragma journal_mode = wal; pragma synchronous = normal');
  db.exec("create virtual table unit using fts5(key, content='', tokenize='unicode61 remove_diacritics 0')");
  const counts = new Map<string, number>();
  const insert = db.prepare('insert into unit(rowid, key) values (?, ?)');
  const fill = db.transaction((from: number) => {
    for (let at = from; at < Math.min(corpus.length, from + 50_000); at++) {
      const key = foldKey(corpus[at] ?? '', 'search');
      for (const word of new Set(key.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
      insert.run(at + 1, key);
    }
  });
  for (let from = 0; from < corpus.length; from += 50_000) fill(from);
  db.exec("insert into unit(unit) values ('optimize')");
  const built = performance.now() - started;
  const select = db.prepare('select rowid from unit where unit match ? order by rank limit 50');
  return {
    built,
    megabytes: statSync(file).size / 2 ** 20,
    async find(text) {
      const words = [...new Set(foldKey(text, 'search').split(' '))].filter((word) => counts.has(word));
      const rarest = words.sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0)).slice(0, 8);
      if (rarest.length === 0) return [];
      const rows = select.all(rarest.map((word) => `"${word}"`).join(' OR ')) as readonly { readonly rowid: number }[];
      return rows
        .map(({ rowid }) => ({ at: rowid - 1, likeness: likenessByWords(text, corpus[rowid - 1] ?? '') }))
        .sort((a, b) => b.likeness - a.likeness)
        .slice(0, 10)
        .map(({ at }) => at);
    },
    async close() {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
