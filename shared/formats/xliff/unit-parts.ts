import { attribute, elementsBelow, elementsIn, type XmlElement } from '../xml/tree.ts';
import { namespaces } from './elements.ts';

/** A segment or an ignorable of a unit. */
export interface Part {
  readonly element: XmlElement;
  readonly source: XmlElement | null;
  readonly target: XmlElement | null;
}

/** A unit, with what its constraints ask for again and again. */
export interface UnitParts {
  readonly unit: XmlElement;
  readonly parts: readonly Part[];
  /** Ids of its data and of its notes. */
  readonly data: ReadonlySet<string>;
  readonly notes: ReadonlySet<string>;
  /** The inline elements of all sources, and of all targets in the order of the targets. */
  readonly source: readonly XmlElement[];
  readonly target: readonly XmlElement[];
}

/** The unit as its constraints see it. */
export function unitParts(unit: XmlElement): UnitParts {
  const children = elementsIn(unit).filter(({ uri }) => namespaces.has(uri));
  const parts = children
    .filter(({ local }) => local === 'segment' || local === 'ignorable')
    .map((element) => {
      const side = (local: string) =>
        elementsIn(element).find((child) => child.local === local && namespaces.has(child.uri)) ?? null;
      return { element, source: side('source'), target: side('target') };
    });
  const ids = (list: string) =>
    new Set(
      children
        .filter(({ local }) => local === list)
        .flatMap(elementsIn)
        .flatMap((each) => attribute(each, 'id') ?? []),
    );
  const ordered = parts
    .map(({ target }, index) => ({ target, place: Number(target && attribute(target, 'order')) || index + 1 }))
    .sort((one, other) => one.place - other.place);
  return {
    unit,
    parts,
    data: ids('originalData'),
    notes: ids('notes'),
    source: parts.flatMap(({ source }) => (source ? [...elementsBelow(source)] : [])),
    target: ordered.flatMap(({ target }) => (target ? [...elementsBelow(target)] : [])),
  };
}
