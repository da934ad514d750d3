import type { Problem } from '../../core/problem.ts';
import { type CorpusRule, corpusProblem } from '../corpus/problems.ts';
import type { TextPlace } from '../text/csv.ts';

export type Json = Readonly<Record<string, unknown>>;

/** The fields of one object of JSON Lines. A field that is `null` or not there is `undefined`; one of another kind than expected
 *  is a problem, and `undefined` as well. */
export class Fields {
  readonly problems: Problem[];

  private readonly json: Json;
  private readonly place: TextPlace;
  private readonly path: string;

  constructor(json: Json, place: TextPlace, path = '', problems: Problem[] = []) {
    this.json = json;
    this.place = place;
    this.path = path;
    this.problems = problems;
  }

  get names(): readonly string[] {
    return Object.keys(this.json);
  }

  isNull(name: string): boolean {
    return this.value(name) === null;
  }

  /** Whether a field is there as one of this kind, where others are no fault. */
  holds(name: string, kind: 'string' | 'object'): boolean {
    return kind === 'object' ? isObject(this.value(name)) : typeof this.value(name) === kind;
  }

  text(name: string): string | undefined {
    return this.expected(name, 'a text', (value) => typeof value === 'string') as string | undefined;
  }

  /** The same of a field that has to be there; `''` where it is not. */
  needed(name: string): string {
    const text = this.text(name);
    const given = this.value(name);
    if (given === undefined || given === null)
      this.refuse('json.field', { field: this.path + name, expected: 'a text' });
    return text ?? '';
  }

  number(name: string): number | undefined {
    return this.expected(name, 'a number', (value) => Number.isFinite(value)) as number | undefined;
  }

  count(name: string): number | undefined {
    const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
    return this.expected(name, 'a whole number from 0', isCount) as number | undefined;
  }

  flag(name: string): boolean | undefined {
    return this.expected(name, 'true or false', (value) => typeof value === 'boolean') as boolean | undefined;
  }

  oneOf<T extends string>(name: string, known: readonly T[]): T | undefined {
    const isKnown = (value: unknown) => known.some((each) => each === value);
    return this.expected(name, `one of ${known.join(', ')}`, isKnown) as T | undefined;
  }

  object(name: string): Fields | null {
    const value = this.expected(name, 'an object', isObject);
    return value === undefined ? null : this.inner(value as Json, name);
  }

  /** The objects of a list; none where there is no list. */
  list(name: string): readonly Fields[] {
    const value = this.expected(name, 'a list of objects', (found) => Array.isArray(found) && found.every(isObject));
    return ((value ?? []) as readonly Json[]).map((each, index) => this.inner(each, `${name}[${index}]`));
  }

  /** A list of `[from, to, label]`. */
  triples(name: string): readonly (readonly [number, number, string])[] {
    const isOffset = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
    const isTriple = (value: unknown) =>
      Array.isArray(value) && isOffset(value[0]) && isOffset(value[1]) && typeof value[2] === 'string';
    const expected = 'a list of [start, end, label]';
    const value = this.expected(name, expected, (found) => Array.isArray(found) && found.every(isTriple));
    return (value ?? []) as readonly (readonly [number, number, string])[];
  }

  /** A text or a whole number, as a text. */
  id(name: string): string | undefined {
    const value = this.value(name);
    return Number.isSafeInteger(value) ? String(value) : this.text(name);
  }

  refuse(rule: CorpusRule, values: Readonly<Record<string, string | number>>): void {
    this.problems.push(corpusProblem(rule, { ...this.place, values }));
  }

  private value(name: string): unknown {
    return Object.hasOwn(this.json, name) ? this.json[name] : undefined;
  }

  private expected(name: string, expected: string, fits: (value: unknown) => boolean): unknown {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    if (fits(value)) return value;
    this.refuse('json.field', { field: this.path + name, expected });
    return undefined;
  }

  private inner(json: Json, name: string): Fields {
    return new Fields(json, this.place, `${this.path}${name}.`, this.problems);
  }
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
