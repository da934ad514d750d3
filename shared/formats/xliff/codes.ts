import type { Problem } from '../../core/problem.ts';
import { attribute, elementsBelow, type XmlElement } from '../xml/tree.ts';
import { xliffProblem } from './problems.ts';
import type { UnitParts } from './unit-parts.ts';

const codes = new Set(['ph', 'pc', 'sc', 'ec']);
const withIds = new Set([...codes, 'mrk', 'sm']);

/** What XLIFF 2 demands of the inline codes of a unit beyond its schema (sections 4.3.1 and 4.7.2). */
export function* codeProblems(parts: UnitParts): Generator<Problem> {
  for (const side of [parts.source, parts.target]) {
    yield* idProblems(side);
    yield* pairProblems(side);
    for (const code of side) yield* ownProblems(code, parts, side);
    yield* sequenceProblems(side);
  }
  if (parts.parts.some(({ target }) => target !== null)) yield* targetProblems(parts);
}

function* idProblems(side: readonly XmlElement[]): Generator<Problem> {
  const known = new Set<string>();
  for (const element of side) {
    const id = withIds.has(element.local) ? attribute(element, 'id') : undefined;
    if (id === undefined) continue;
    if (known.has(id)) yield xliffProblem('xliff.id', element, { value: id, scope: 'the inline elements of a unit' });
    known.add(id);
  }
}

/** Every <sc> is ended by one <ec> behind it, unless it says that it is isolated; and the other way round. */
function* pairProblems(side: readonly XmlElement[]): Generator<Problem> {
  const starts = new Map<string, XmlElement>();
  const ended = new Set<string>();
  for (const element of side) {
    if (element.local === 'sc') starts.set(attribute(element, 'id') ?? '', element);
    if (element.local !== 'ec') continue;
    const [id, start] = [attribute(element, 'id'), attribute(element, 'startRef')];
    const isIsolated = attribute(element, 'isolated') === 'yes';
    if (isIsolated ? id === undefined || start !== undefined : id !== undefined || start === undefined) {
      yield xliffProblem('xliff.isolated-end', element);
      continue;
    }
    if (isIsolated || start === undefined) continue;
    const opened = starts.get(start);
    if (opened === undefined || ended.has(start)) {
      yield xliffProblem('xliff.end-code', element, { value: start });
      continue;
    }
    ended.add(start);
    if (attribute(opened, 'isolated') === 'yes') yield xliffProblem('xliff.isolated-start', opened);
    yield* differenceProblems(opened, element);
  }
  for (const [id, start] of starts) {
    if (!ended.has(id) && attribute(start, 'isolated') !== 'yes') yield xliffProblem('xliff.start-code', start);
  }
}

function* differenceProblems(start: XmlElement, end: XmlElement): Generator<Problem> {
  for (const name of ['canCopy', 'canDelete', 'canOverlap']) {
    if ((attribute(start, name) ?? 'yes') !== (attribute(end, name) ?? 'yes'))
      yield xliffProblem('xliff.pair', end, { name });
  }
  // The <ec> of a <sc> that begins a sequence goes on with it.
  const [one, other] = [start, end].map((each) => attribute(each, 'canReorder') ?? 'yes');
  if ((one === 'yes') !== (other === 'yes')) yield xliffProblem('xliff.pair', end, { name: 'canReorder' });
  for (const { name, uri, local } of end.attributes) {
    if (uri === 'urn:oasis:names:tc:xliff:fs:2.0') yield xliffProblem('xliff.end-attribute', end, { name });
    else if (uri === '' && ['copyOf', 'dir', 'subType', 'type'].includes(local)) {
      yield xliffProblem('xliff.end-attribute', end, { name });
    }
  }
}

function* ownProblems(code: XmlElement, { data }: UnitParts, side: readonly XmlElement[]): Generator<Problem> {
  if (code.local === 'cp') yield* characterProblems(code);
  if (!codes.has(code.local)) return;
  const references = ['dataRef', 'dataRefStart', 'dataRefEnd'];
  const [copyOf, type, subType] = ['copyOf', 'type', 'subType'].map((name) => attribute(code, name));
  for (const name of references) {
    const value = attribute(code, name);
    if (value === undefined) continue;
    if (!data.has(value)) yield xliffProblem('xliff.data', code, { name, value });
    if (copyOf !== undefined) yield xliffProblem('xliff.copy-data', code, { name });
  }
  if (copyOf !== undefined && !side.some((each) => each.local === code.local && attribute(each, 'id') === copyOf)) {
    yield xliffProblem('xliff.copy', code, { value: copyOf });
  }
  const wanted = typeOf(subType ?? '');
  if (subType !== undefined && (type === undefined || (wanted !== null && type !== wanted))) {
    yield xliffProblem('xliff.subtype', code, { detail: wanted === null ? '' : `: ${subType} is one of "${wanted}"` });
  }
  const isFixed = (attribute(code, 'canReorder') ?? 'yes') !== 'yes';
  if (isFixed && (attribute(code, 'canCopy') !== 'no' || attribute(code, 'canDelete') !== 'no')) {
    yield xliffProblem('xliff.reorder', code);
  }
}

/** The type that a subtype of XLIFF's own belongs to; `null` for one of somebody else. */
function typeOf(subType: string): string | null {
  if (/^xlf:(?:lb|pb|b|i|u)$/.test(subType)) return 'fmt';
  return subType === 'xlf:var' ? 'ui' : null;
}

function* characterProblems(element: XmlElement): Generator<Problem> {
  const hex = attribute(element, 'hex') ?? '';
  const code = Number.parseInt(hex, 16);
  const isXml = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff);
  const isHigh = (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
  if (isXml || isHigh) yield xliffProblem('xliff.character', element, { value: `U+${hex.toUpperCase()}` });
}

const order = (code: XmlElement) => attribute(code, 'canReorder') ?? 'yes';
/** What a code is called on both sides; an <ec> by its start. */
const nameOf = (code: XmlElement) => attribute(code, 'id') ?? `/${attribute(code, 'startRef') ?? ''}`;

/** The runs of codes that may not be reordered: one with `firstNo` and those with `no` right behind it. */
function sequences(side: readonly XmlElement[]): readonly (readonly string[])[] {
  const found: string[][] = [];
  let isOpen = false;
  for (const code of side.filter(({ local }) => codes.has(local))) {
    if (order(code) === 'firstNo') found.push([nameOf(code)]);
    else if (order(code) === 'no' && isOpen) found.at(-1)?.push(nameOf(code));
    isOpen = order(code) !== 'yes';
  }
  return found;
}

function* sequenceProblems(side: readonly XmlElement[]): Generator<Problem> {
  let isOpen = false;
  for (const code of side.filter(({ local }) => codes.has(local))) {
    if (order(code) === 'no' && !isOpen) yield xliffProblem('xliff.reorder-first', code);
    isOpen = order(code) !== 'yes';
  }
}

/** What a target may not do to the codes of its source. */
function* targetProblems({ parts, source, target }: UnitParts): Generator<Problem> {
  const inTarget = new Map(target.filter(({ local }) => codes.has(local)).map((code) => [nameOf(code), code]));
  const translated = parts.flatMap((part) => (part.target && part.source ? [...elementsBelow(part.source)] : []));
  for (const code of translated.filter(({ local }) => codes.has(local))) {
    const found = inTarget.get(nameOf(code));
    if (found === undefined) {
      if (attribute(code, 'canDelete') === 'no') yield xliffProblem('xliff.deleted', code, { value: nameOf(code) });
    } else if (kindOf(found.local) !== kindOf(code.local)) {
      yield xliffProblem('xliff.target-code', found, { value: nameOf(code), found: found.local, expected: code.local });
    }
  }
  const places = new Map([...inTarget.keys()].map((name, index) => [name, index]));
  for (const run of sequences(source)) {
    let before: number | null = null;
    for (const name of run) {
      const [place, code] = [places.get(name), inTarget.get(name)];
      if (place === undefined || code === undefined) continue;
      if (before !== null && place !== before + 1) yield xliffProblem('xliff.reordered', code, { value: name });
      before = place;
    }
  }
}

/** A paired code may be a <pc> on one side and <sc> with <ec> on the other (section 4.7.2.3). */
function kindOf(local: string): string {
  return local === 'ph' ? 'ph' : 'paired';
}
