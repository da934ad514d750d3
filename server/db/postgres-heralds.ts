import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Heralds } from './heralds.ts';
import { pending } from './pending.ts';
import type { PostgresAddress } from './postgres-address.ts';

const CHANNEL = 'radif_heads';
/** How long to wait before a lost connection is made anew, in milliseconds. */
const AGAIN = 2_000;
/** How long a connection may take to be made, in milliseconds. */
const CONNECTING = 10_000;
/** Heads in one message: PostgreSQL takes up to 8,000 bytes. */
const AT_ONCE = 40;
/** Notes in one message, each of at most some 700 bytes. */
const NOTES_AT_ONCE = 5;

/** New heads and notes by LISTEN and NOTIFY, over a connection of its own. A message is sent after the commit and not with it: all
 *  commits that notify wait for each other, whatever documents they are of. While one is under way the next ones gather. */
export function postgresHeralds(
  { connectionString, tryingAfter }: Pick<PostgresAddress, 'connectionString' | 'tryingAfter'>,
  notify: (channel: string, told: string) => Promise<unknown>,
): Heralds {
  const self = randomUUID();
  const waiting = new Map<string, string>();
  const notes = new Map<string, unknown>();
  const sendings = pending();
  let isSending = false;
  let listener: pg.Client | undefined;
  let heard: ((document: string, mark: string) => void) | undefined;
  let heeded: ((process: string, note: unknown) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  const send = async () => {
    isSending = true;
    while (waiting.size + notes.size > 0) {
      const heads = taken(waiting, AT_ONCE);
      const noted = taken(notes, NOTES_AT_ONCE).map(([, note]) => note);
      // Where it fails, the others find the heads when they look.
      await notify(CHANNEL, JSON.stringify([self, heads, noted])).catch(() => undefined);
    }
    isSending = false;
  };
  const sendSoon = () => {
    if (!isSending) void sendings.add(send());
  };

  const listen = async () => {
    const client = new pg.Client({
      connectionString,
      keepAlive: true,
      keepAliveInitialDelayMillis: tryingAfter,
      connectionTimeoutMillis: CONNECTING,
      application_name: 'radif heralds',
    });
    listener = client;
    const lost = () => {
      if (listener !== client) return;
      listener = undefined;
      client.end().catch(() => undefined);
      if (!isClosed) timer = setTimeout(() => void listen(), AGAIN).unref();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload = '[]' }) => {
      const told = read(payload);
      if (!told || told.from === self) return;
      for (const [document, mark] of told.heads) heard?.(document, mark);
      for (const note of told.notes) heeded?.(told.from, note);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
    } catch {
      lost();
    }
  };

  return {
    tell(document, mark) {
      if (isClosed) return;
      waiting.set(document, mark);
      sendSoon();
    },
    note(key, note) {
      if (isClosed) return;
      notes.set(key, note);
      sendSoon();
    },
    hear(told) {
      heard = told;
      void sendings.add(listen());
    },
    heed(told) {
      heeded = told;
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await sendings.settled();
      const client = listener;
      listener = undefined;
      await client?.end().catch(() => undefined);
    },
  };
}

/** Takes the first entries out of a map. */
function taken<T>(from: Map<string, T>, count: number): [string, T][] {
  const first = [...from].slice(0, count);
  for (const [key] of first) from.delete(key);
  return first;
}

interface Told {
  readonly from: string;
  /** Documents and the marks of their heads. */
  readonly heads: readonly (readonly [string, string])[];
  readonly notes: readonly unknown[];
}

/** A message of the channel; `undefined` where another program has sent it. */
function read(payload: string): Told | undefined {
  try {
    const told: unknown = JSON.parse(payload);
    if (!Array.isArray(told)) return undefined;
    const [from, heads, notes = []]: unknown[] = told;
    if (typeof from !== 'string' || !Array.isArray(heads) || !Array.isArray(notes)) return undefined;
    return { from, heads: heads.filter(isHead), notes };
  } catch {
    return undefined;
  }
}

function isHead(told: unknown): told is readonly [string, string] {
  return Array.isArray(told) && told.length === 2 && told.every((part) => typeof part === 'string');
}
