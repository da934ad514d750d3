import type { Agreed, MachineSuggestion, MachineTrouble, NamedSuggestion } from '../../../shared/core/machine.ts';
import type { Span } from '../../../shared/core/span.ts';
import { find } from '../../../shared/language/words/find.ts';
import type { WantedName } from '../../../shared/memory/score/names.ts';
import { type Glossary, glossaryOf } from '../../../shared/terms/glossary.ts';
import { wantedEnglish } from '../../../shared/terms/term.ts';
import type { Context } from '../../context.ts';
import { namesWanted } from '../../db/linked-name.ts';
import { stampOf } from '../../db/stamp.ts';
import { termsOf } from '../../db/term.ts';
import type { Question } from '../../machine/question.ts';
import { machineInUse, machineSaid, type SaidMachine } from './choice.ts';

/** A suggestion that is wanted for a row. */
export interface SuggestionWanted extends Pick<Question, 'text' | 'before' | 'after'> {
  readonly project: string;
  readonly document: string;
  readonly segment: string;
}

/** Names and terms that go along with a text, at most. */
const MOST = 60;

/** What the machine of the project has for a row, or that it is coming; nothing waits for the machine here. The agreed names and the terms
 *  in the row go along, and the names in the answer are told with the mentions that they belong to. */
export async function suggestRendering(
  ctx: Context,
  { project, document, segment, ...told }: SuggestionWanted,
): Promise<NamedSuggestion> {
  const machine = await machineInUse(ctx, project);
  if (machine === null) return { state: 'off' };
  if (machine === 'keyLost') return { state: 'trouble', trouble: keyLost };
  const { text } = told;
  const linked = await namesWanted(ctx.store.db, { project, document, segment, text });
  const names = unique(linked.map(({ from, to, english }) => ({ fa: text.slice(from, to), en: english })));
  const question: Question = { ...told, names, terms: await termsIn(ctx, project, text) };
  const suggested = ctx.machines.suggest(machine, { project, row: `${project} ${document} ${segment}`, question });
  return withNames(suggested, linked);
}

/** The terms in a text, each as it reads there. */
async function termsIn({ store: { db } }: Context, project: string, text: string): Promise<readonly Agreed[]> {
  const stamp = await stampOf(db, 'term', project);
  let known = glossaries.get(project);
  if (known?.stamp !== stamp) {
    known = { stamp, glossary: glossaryOf(await termsOf(db, project)) };
    glossaries.delete(project);
    glossaries.set(project, known);
    for (const oldest of glossaries.keys()) if (glossaries.size > GLOSSARIES) glossaries.delete(oldest);
  }
  const found = known.glossary.find(text);
  return unique(found.map(({ term, from, to }) => ({ fa: text.slice(from, to), en: wantedEnglish(term) ?? '' })));
}

/** Glossaries that were asked for last, as long as they read the same. */
const glossaries = new Map<string, { readonly stamp: string; readonly glossary: Glossary }>();
const GLOSSARIES = 20;

function unique(all: readonly Agreed[]): readonly Agreed[] {
  const english = new Map(all.filter(({ fa, en }) => fa !== '' && en !== '').map(({ fa, en }) => [fa, en]));
  return [...english].slice(0, MOST).map(([fa, en]) => ({ fa, en }));
}

/** The agreed English of linked names in an answer: each mention has a place of its own, and no two overlap. */
function withNames(suggested: MachineSuggestion, linked: readonly WantedName[]): NamedSuggestion {
  if (suggested.state !== 'done') return suggested;
  const { english } = suggested;
  const taken: (Span & { readonly mention: string })[] = [];
  const longestFirst = [...linked].sort((a, b) => b.english.length - a.english.length);
  for (const { mention, english: name } of longestFirst) {
    const place = placesOf(english, name).find(({ from, to }) =>
      taken.every((one) => to <= one.from || one.to <= from),
    );
    if (place) taken.push({ mention, ...place });
  }
  return { ...suggested, names: taken.sort((a, b) => a.from - b.from) };
}

/** Where a name stands letter by letter: "US" is no "us". */
function placesOf(text: string, name: string): readonly Span[] {
  return find(text, name, 'word').filter(({ from, to }) => text.slice(from, to) === name);
}

/** What came of a try. */
export type Tried = { readonly english: string; readonly milliseconds: number } | { readonly trouble: MachineTrouble };

/** Has a machine translate one sentence that is of no project, and says what came of it. */
export async function tryMachine(ctx: Context, said: SaidMachine, signal?: AbortSignal): Promise<Tried> {
  const machine = await machineSaid(ctx, said);
  if (machine === 'keyLost') return { trouble: keyLost };
  const began = ctx.now();
  const answer = await ctx.machines.try(machine, sample, signal);
  if ('english' in answer) return { english: answer.english, milliseconds: ctx.now() - began };
  return { trouble: { rule: answer.rule, said: answer.said, until: null } };
}

const keyLost: MachineTrouble = { rule: 'keyLost', said: '', until: null };

const sample: Question = { text: 'هوا امروز آفتابی است.', before: null, after: null, names: [], terms: [] };
