import type { Checked } from '../../core/problem.ts';
import type { Span } from '../../core/span.ts';
import { foldKey } from '../characters/fold.ts';
import { type FindMode, findIn, haystack, needle } from './find.ts';
import { formsOf, isEnding, wordKey } from './inflection.ts';
import { tokens } from './token.ts';

/** How the text of a query is meant: as words in a row, as words that all are somewhere, or as a regular expression. */
export const queryKinds = ['phrase', 'all', 'expression'] as const;
export type QueryKind = (typeof queryKinds)[number];

/** What is sought in texts. */
export interface Query {
  readonly text: string;
  readonly kind: QueryKind;
  /** Other forms of its words count too; not of an expression. */
  readonly isInflected: boolean;
  /** It begins and ends with words. */
  readonly isWhole: boolean;
  /** Letter case counts. */
  readonly isCased: boolean;
}

/** A place that meets a query; of an expression with what its groups took. */
export interface QueryHit extends Span {
  readonly groups: readonly string[];
  readonly named: Readonly<Record<string, string>>;
}

/** Finds a query in a text: raw UTF-16 ranges in order, without overlap. */
export type Seeker = (raw: string) => readonly QueryHit[];

/** `query` made ready for many texts. Words are compared folded (`find`), so spelling, ZWNJ and hamza make no difference; an
 *  expression (ECMAScript, flags `gu`, and `i` where case does not count) reads the text as it is, and its empty matches are
 *  none. A problem where the text is blank or no regular expression. An expression may take for ever: run it where it can be stopped. */
export function seeker(query: Query): Checked<Seeker> {
  if (/^\s*$/u.test(query.text)) {
    return refused('query-empty', 'Nothing is sought: the query should have a letter or a sign.');
  }
  if (query.kind === 'expression') return expression(query);
  if (query.kind === 'phrase') return { ok: true, value: phrase(query.text, query) };
  const each = query.text
    .split(/\s+/u)
    .filter((word) => word !== '')
    .map((word) => phrase(word, query));
  return {
    ok: true,
    value(raw) {
      const found = each.map((one) => one(raw));
      return found.some((hits) => hits.length === 0) ? [] : apart(found.flat());
    },
  };
}

/** What a replacement says at a hit: `$&` is what was found, `$1`…`$99` and `$<name>` are groups, `$$` is a dollar sign. Where the
 *  query is no expression the text is taken as it is. */
export function replacementAt(template: string, raw: string, hit: QueryHit, { kind }: Pick<Query, 'kind'>): string {
  if (kind !== 'expression') return template;
  return template.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/gu, (all, dollar, whole, number, name) => {
    if (dollar) return '$';
    if (whole) return raw.slice(hit.from, hit.to);
    if (number) return Number(number) === 0 ? all : (hit.groups[Number(number) - 1] ?? all);
    return hit.named[name] ?? '';
  });
}

function expression({ text, isCased, isWhole }: Query): Checked<Seeker> {
  let pattern: RegExp;
  try {
    pattern = new RegExp(text, isCased ? 'gu' : 'giu');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refused('query-expression', `This is no regular expression: ${reason}`, { reason });
  }
  return {
    ok: true,
    value: (raw) =>
      Array.from(raw.matchAll(pattern), (match) => {
        const { 0: all, index, groups = {} } = match;
        const named = Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, value ?? '']));
        const taken = match.slice(1).map((group) => group ?? '');
        return { from: index, to: index + all.length, groups: taken, named };
      }).filter((hit) => hit.from < hit.to && (!isWhole || isWholeIn(raw, hit))),
  };
}

function phrase(text: string, { isInflected, isWhole, isCased }: Query): Seeker {
  const mode: FindMode = isWhole || isInflected ? 'word' : 'substring';
  const sought = needle(text, mode);
  const forms = isInflected && !isCased ? tokens(text).map((word) => formsOf(word.text)) : [];
  const cased = isCased ? solid(text) : null;
  return (raw) => {
    const literal = findIn(haystack(raw), sought).filter(
      ({ from, to }) => cased === null || solid(raw.slice(from, to)) === cased,
    );
    return apart([...literal, ...inflected(raw, forms)].map(({ from, to }) => ({ from, to, groups: [], named: {} })));
  };
}

/** Where words follow each other that are forms of the sought ones, each with an ending that stands apart from it. */
function inflected(raw: string, forms: readonly ((key: string) => boolean)[]): readonly Span[] {
  if (forms.length === 0) return [];
  const words: { from: number; to: number; key: string; joined: string }[] = [];
  for (const { from, to, text } of tokens(raw)) {
    const key = wordKey(text);
    const last = words.at(-1);
    const isOn = last !== undefined && isEnding(key) && /^[ \u00a0\u200c]+$/u.test(raw.slice(last.to, from));
    if (isOn && last.joined === last.key) {
      last.joined += key;
      last.to = to;
    } else words.push({ from, to, key, joined: key });
  }
  const found: Span[] = [];
  for (let at = 0; at + forms.length <= words.length; at++) {
    const meets = forms.every((isForm, ahead) => {
      const word = words[at + ahead];
      return word !== undefined && (isForm(word.joined) || isForm(word.key));
    });
    const [first, last] = [words[at], words[at + forms.length - 1]];
    if (meets && first && last) found.push({ from: first.from, to: last.to });
  }
  return found;
}

/** In order, the longer first where they begin together, without those that reach into the one before. */
function apart(hits: readonly QueryHit[]): readonly QueryHit[] {
  const kept: QueryHit[] = [];
  for (const hit of [...hits].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (hit.from >= (kept.at(-1)?.to ?? 0)) kept.push(hit);
  }
  return kept;
}

function isWholeIn(raw: string, { from, to }: Span): boolean {
  const part = /[\p{L}\p{M}\p{N}\u200c\u200d]/u;
  const isPart = (at: number) => part.test(raw[at] ?? '');
  return !(isPart(from - 1) && isPart(from)) && !(isPart(to - 1) && isPart(to));
}

function solid(text: string): string {
  return foldKey(text, 'fold').replace(/\s+/gu, '');
}

function refused(rule: string, message: string, values: Readonly<Record<string, string>> = {}): Checked<never> {
  return { ok: false, problems: [{ rule, message, values }] };
}
