import type { Context } from '../../context.ts';
import { projectById } from '../../db/project.ts';
import { UnknownRecord } from '../../db/unknown.ts';
import { type LinkQuery, sentences } from './sentence.ts';
import { wordKey } from './word-key.ts';

/** An English word with which a Persian one is linked. */
export interface WordPartner {
  readonly key: string;
  /** As it is written most. */
  readonly en: string;
  readonly count: number;
  /** How many of these links are only possible. */
  readonly possible: number;
}

/** A Persian word with its partners, the most frequent first. */
export interface LinkedWord {
  readonly key: string;
  readonly fa: string;
  readonly count: number;
  readonly partners: readonly WordPartner[];
}

export interface LinkListing {
  /** The most linked first. */
  readonly words: readonly LinkedWord[];
  /** Links that no longer fit their texts. */
  readonly stale: number;
}

interface Tally {
  readonly forms: Map<string, number>;
  count: number;
  possible: number;
}

/** The linked words of a project or of one of its documents, as they stand now, or those that are suggested to be linked. */
export async function listLinks(ctx: Context, scope: LinkQuery): Promise<LinkListing> {
  const { db } = ctx.store;
  if (!(await projectById(db, scope.project))) throw new UnknownRecord('project', scope.project);
  const words = new Map<string, Tally & { readonly partners: Map<string, Tally> }>();
  let stale = 0;
  for await (const { fa, en, links, stale: own } of sentences(ctx, scope)) {
    stale += own;
    for (const link of links) {
      const [persian, english] = [fa.slice(link.fa.from, link.fa.to), en.slice(link.en.from, link.en.to)];
      const word = words.get(wordKey(persian)) ?? { ...tally(), partners: new Map<string, Tally>() };
      words.set(wordKey(persian), word);
      const partner = word.partners.get(wordKey(english)) ?? tally();
      word.partners.set(wordKey(english), partner);
      count(word, persian, link.sure);
      count(partner, english, link.sure);
    }
  }
  return { words: ranked(words, (word) => ({ fa: usual(word), partners: partnersOf(word.partners) })), stale };
}

function partnersOf(partners: ReadonlyMap<string, Tally>): readonly WordPartner[] {
  return ranked(partners, (partner) => ({ en: usual(partner), possible: partner.possible }));
}

function ranked<T extends Tally, R>(tallies: ReadonlyMap<string, T>, read: (tally: T) => R) {
  const all = Array.from(tallies, ([key, one]) => ({ key, count: one.count, ...read(one) }));
  return all.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function tally(): Tally {
  return { forms: new Map(), count: 0, possible: 0 };
}

function count(tally: Tally, form: string, sure: boolean): void {
  tally.count += 1;
  if (!sure) tally.possible += 1;
  tally.forms.set(form, (tally.forms.get(form) ?? 0) + 1);
}

/** The form that is written most; of several the one that comes first in the alphabet. */
function usual({ forms }: Tally): string {
  const [first] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? '';
}
