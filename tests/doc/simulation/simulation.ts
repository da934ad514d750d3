import { Node } from 'prosemirror-model';
import { withSource } from '../../../shared/doc/model/correction-step.ts';
import { schema } from '../../../shared/doc/model/schema.ts';
import type { SourceText } from '../../../shared/doc/model/source.ts';
import type { Answer, Authority, SentStep } from './authority.ts';
import { type Chance, chance } from './chance.ts';
import { characterSupply } from './characters.ts';
import { SimulatedClient } from './client.ts';
import { randomEdit } from './edit.ts';

/** A document that a simulation runs on. */
export interface Setting {
  readonly authority: Authority;
  readonly source: SourceText;
  /** How many things happen before everybody settles. */
  readonly events: number;
  /** Throws where something else does not agree with the document that all have in the end. */
  check?(doc: Node): Promise<void>;
}

/** The rounds to run, `usual` unless ROUNDS says otherwise, from the seed 1 or SEED: a round that fails can be had again. */
export function roundsToRun(usual: number): { readonly rounds: number; readonly seed: number } {
  return { rounds: Number(process.env.ROUNDS ?? usual), seed: Number(process.env.SEED ?? 1) };
}

/** Simulates round after round, each on a document of its own; a failure names the seed of its round. Gives the number of
 *  versions that were made in all of them. */
export async function simulateRounds(
  { rounds, seed: first }: ReturnType<typeof roundsToRun>,
  begin: () => Promise<Setting> | Setting,
): Promise<number> {
  let versions = 0;
  for (let seed = first; seed < first + rounds; seed++) {
    try {
      const setting = await begin();
      const doc = await simulate(setting, seed);
      await setting.check?.(doc);
      versions += (await setting.authority.open()).version;
    } catch (cause) {
      throw new Error(`Round ${seed} failed; SEED=${seed} ROUNDS=1 runs it again`, { cause });
    }
  }
  return versions;
}

/** What is under way between a client and the authority: it arrives when chance says, once, twice or never. */
interface Seat {
  readonly client: SimulatedClient;
  push: { readonly base: number; readonly steps: readonly unknown[] } | null;
  answer: Answer | null;
  news: { readonly base: number; readonly steps: readonly SentStep[] } | null;
}

const weights = { edit: 40, send: 16, process: 16, answer: 16, lose: 2, ask: 10, hear: 10, hearAgain: 2, crash: 2 };

/**
 * Three people work on one document over a bad network: pushes and news come late, twice or never, answers are lost after
 * the authority took the steps, machines crash and come back with what their outbox holds. Then everybody settles.
 * Throws where a law is broken, text goes without a word, or the documents differ in the end; gives that document.
 */
export async function simulate({ authority, source, events }: Setting, seed: number): Promise<Node> {
  const luck = chance(seed);
  const newCharacter = characterSupply();
  let ids = 0;
  const newId = () => `n${++ids}`;
  const seats: Seat[] = [];
  for (const id of ['anna', 'behzad', 'chidi']) {
    const client = await SimulatedClient.open(id, authority, source, newId);
    seats.push({ client, push: null, answer: null, news: null });
  }
  let oldVersion = await opened(authority, source);
  for (let event = 0; event < events; event++) {
    const seat = luck.of(seats) as Seat;
    const { client } = seat;
    const kind = luck.weighted(weights);
    if (kind === 'edit') {
      const tr = randomEdit(client.state, { chance: luck, source, newId, newCharacter, oldVersion });
      if (tr) client.edit(tr);
    } else await network(kind, seat, authority, luck);
    if (luck.once(40)) oldVersion = await opened(authority, source, await someVersion(authority, luck));
  }
  await settle(seats, authority);
  return agreed(seats, authority, source);
}

async function network(kind: Exclude<keyof typeof weights, 'edit'>, seat: Seat, authority: Authority, luck: Chance) {
  const { client, push, answer, news } = seat;
  switch (kind) {
    case 'send':
      seat.push ??= client.push();
      break;
    case 'process':
      if (push && !answer) seat.answer = await authority.push(push.base, client.id, push.steps);
      break;
    case 'answer':
      if (push && answer) client.answered(push, answer);
      if (answer) seat.push = seat.answer = null;
      break;
    case 'lose':
      seat.push = seat.answer = null;
      break;
    case 'ask':
      seat.news = { base: client.version, steps: someOf(await authority.since(client.version), luck) };
      break;
    case 'hear':
      if (news) client.hear(news.base, news.steps);
      seat.news = null;
      break;
    case 'hearAgain':
      if (news) client.hear(news.base, news.steps);
      break;
    case 'crash':
      await client.crash(authority);
      if (luck.once(2)) seat.push = seat.answer = null;
      seat.news = null;
      break;
  }
}

/** News may be cut short anywhere, as a server does that has too much to tell at once. */
function someOf(steps: readonly SentStep[], luck: Chance): readonly SentStep[] {
  return luck.once(4) ? steps.slice(0, luck.below(steps.length + 1)) : steps;
}

/** Everybody hears and sends until nobody has anything to say. What was on its way may still arrive. */
async function settle(seats: readonly Seat[], authority: Authority): Promise<void> {
  for (const { client, push, answer } of seats) {
    if (push && !answer) await authority.push(push.base, client.id, push.steps);
  }
  for (let quiet = 0; quiet < seats.length; ) {
    for (const { client } of seats) {
      const news = await authority.since(client.version);
      client.hear(client.version, news);
      const push = client.push();
      if (push) client.answered(push, await authority.push(push.base, client.id, push.steps));
      quiet = push || news.length > 0 ? 0 : quiet + 1;
    }
  }
}

async function agreed(seats: readonly Seat[], authority: Authority, source: SourceText): Promise<Node> {
  const head = await opened(authority, source);
  for (const { client } of seats) {
    if (client.unsent) throw new Error(`${client.id} has steps left`);
    if (!client.state.doc.eq(head)) throw new Error(`${client.id} has another document than the authority`);
  }
  return head;
}

async function opened(authority: Authority, source: SourceText, version?: number): Promise<Node> {
  return withSource(Node.fromJSON(schema, (await authority.open(version)).doc), source.text);
}

async function someVersion(authority: Authority, luck: Chance): Promise<number> {
  return luck.below((await authority.open()).version + 1);
}
