import type { Problem } from '../../core/problem.ts';
import { attribute, elementsBelow, elementsIn, type XmlElement } from '../xml/tree.ts';
import { codeProblems } from './codes.ts';
import { isModule, namespaces } from './elements.ts';
import { markProblems } from './marks.ts';
import { xliffProblem } from './problems.ts';
import { structureProblemsBelow } from './structure.ts';
import { type UnitParts, unitParts } from './unit-parts.ts';

/** What holds for a unit because of where it stands. */
export interface UnitContext {
  readonly file: string;
  readonly srcLang: string;
  readonly trgLang: string | null;
  /** `xml:lang` as the elements around the unit have it; `null` where none has. */
  readonly lang: string | null;
}

/** All that is wrong with a unit, by the core schema of XLIFF 2 and by its constraints. */
export function* unitProblems(unit: XmlElement, context: UnitContext): Generator<Problem> {
  let isSound = true;
  for (const problem of structureProblemsBelow(unit)) {
    isSound = false;
    yield problem;
  }
  // The constraints speak of units that the schema knows.
  if (!isSound) return;
  const parts = unitParts(unit);
  yield* partProblems(parts, context);
  yield* languageProblems(parts, context);
  yield* idProblems(unit);
  yield* codeProblems(parts);
  yield* markProblems(parts, { file: context.file, unit: attribute(unit, 'id') ?? '' });
}

function* partProblems({ parts }: UnitParts, { trgLang }: UnitContext): Generator<Problem> {
  const ids = new Set<string>();
  const places = new Map<number, XmlElement>();
  for (const [index, { element, target }] of parts.entries()) {
    const id = attribute(element, 'id');
    if (id !== undefined && ids.has(id))
      yield xliffProblem('xliff.id', element, { value: id, scope: 'the segments of a unit' });
    if (id !== undefined) ids.add(id);
    if (attribute(element, 'subState') !== undefined && attribute(element, 'state') === undefined) {
      yield xliffProblem('xliff.substate', element);
    }
    if (target === null) continue;
    if (trgLang === null) yield xliffProblem('xliff.target-language', target);
    const place = Number(attribute(target, 'order') ?? index + 1);
    if (place > parts.length) yield xliffProblem('xliff.order-range', target, { value: place, count: parts.length });
    if (places.has(place)) yield xliffProblem('xliff.order', target, { value: place });
    places.set(place, target);
  }
}

function* languageProblems({ unit, parts }: UnitParts, { srcLang, trgLang, lang }: UnitContext): Generator<Problem> {
  const around = languageOf(unit) ?? lang;
  for (const { source, target } of parts) {
    for (const [side, name, expected] of [
      [source, 'srcLang', srcLang],
      [target, 'trgLang', trgLang],
    ] as const) {
      const value = side && (languageOf(side) ?? around);
      if (side === null || value === null || expected === null) continue;
      if (value.toLowerCase() !== expected.toLowerCase()) {
        yield xliffProblem('xliff.language', side, { value, name, expected });
      }
    }
  }
}

/** The `xml:lang` of an element, or `null`. */
export function languageOf(element: XmlElement): string | null {
  return element.attributes.find(({ name }) => name === 'xml:lang')?.value ?? null;
}

/** Ids of notes, of data and of extensions, each once where they stand: in a file, a group or a unit. */
export function* idProblems(container: XmlElement): Generator<Problem> {
  const children = elementsIn(container);
  for (const list of ['notes', 'originalData']) {
    const items = children.filter(({ uri, local }) => local === list && namespaces.has(uri)).flatMap(elementsIn);
    yield* repeated(items, `the ${list === 'notes' ? 'notes' : 'data'} of a ${container.local}`);
  }
  const own = children.filter(({ uri }) => !namespaces.has(uri) && !isModule(uri));
  yield* repeated(
    own.flatMap((each) => [each, ...elementsBelow(each)]),
    `the extensions of a ${container.local}`,
  );
}

function* repeated(elements: Iterable<XmlElement>, scope: string): Generator<Problem> {
  const known = new Set<string>();
  for (const element of elements) {
    const id = element.attributes.find(({ name }) => name === 'id' || name === 'xml:id')?.value;
    if (id === undefined) continue;
    if (known.has(id)) yield xliffProblem('xliff.id', element, { value: id, scope });
    known.add(id);
  }
}
