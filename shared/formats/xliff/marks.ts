import type { Problem } from '../../core/problem.ts';
import { attribute, type XmlElement } from '../xml/tree.ts';
import { type Fragment, readFragment } from './fragment.ts';
import { xliffProblem } from './problems.ts';
import type { UnitParts } from './unit-parts.ts';

/** Where a unit stands. */
export interface UnitPlace {
  readonly file: string;
  readonly unit: string;
}

/** What XLIFF 2 demands of the annotations of a unit beyond its schema (sections 4.3.1.9, 4.7.3 and 4.7). */
export function* markProblems(parts: UnitParts, place: UnitPlace): Generator<Problem> {
  for (const side of [parts.source, parts.target]) {
    yield* pairProblems(side);
    for (const mark of side) {
      if (mark.local === 'mrk' || mark.local === 'sm') yield* annotationProblems(mark, parts, place);
    }
  }
}

function* pairProblems(side: readonly XmlElement[]): Generator<Problem> {
  const open = new Map<string, XmlElement>();
  for (const element of side) {
    if (element.local === 'sm') open.set(attribute(element, 'id') ?? '', element);
    if (element.local !== 'em') continue;
    const start = attribute(element, 'startRef') ?? '';
    if (!open.delete(start)) yield xliffProblem('xliff.end-mark', element, { value: start });
  }
  for (const start of open.values()) yield xliffProblem('xliff.start-mark', start);
}

function* annotationProblems(mark: XmlElement, parts: UnitParts, place: UnitPlace): Generator<Problem> {
  const reference = attribute(mark, 'ref');
  const isInside = reference?.startsWith('#') === true;
  const fragment = reference !== undefined && isInside ? readFragment(reference) : null;
  if (isInside && fragment === null) yield xliffProblem('xliff.fragment', mark, { value: reference ?? '' });
  else if (fragment !== null && isHere(fragment, place) && !leads(fragment, parts)) {
    yield xliffProblem('xliff.reference', mark, { value: reference ?? '' });
  }
  if (attribute(mark, 'type') !== 'comment') return;
  const hasValue = attribute(mark, 'value') !== undefined;
  const isNote = fragment !== null && fragment.leaf?.prefix === 'n' && isHere(fragment, place);
  if (hasValue === (reference !== undefined) || (reference !== undefined && fragment !== null && !isNote)) {
    yield xliffProblem('xliff.comment', mark);
  }
}

/** Whether a fragment means something in the unit that it stands in. */
function isHere({ isAbsolute, file, group, unit, leaf }: Fragment, place: UnitPlace): boolean {
  if (leaf === null || group !== null) return false;
  if (file === null && unit === null) return !isAbsolute;
  return (file === null || file === place.file) && unit === place.unit;
}

/** Whether there is what a fragment means, as far as the core knows: elements of modules and extensions are not looked for. */
function leads({ leaf }: Fragment, { notes, data, source, target, parts }: UnitParts): boolean {
  if (leaf === null) return true;
  const { prefix, id } = leaf;
  const among = (elements: readonly XmlElement[]) => elements.some((each) => attribute(each, 'id') === id);
  if (prefix === 'n') return notes.has(id);
  if (prefix === 'd') return data.has(id);
  if (prefix === 't') return among(target);
  return prefix !== '' || among(source) || among(parts.map(({ element }) => element));
}
