import type { Checked } from '../../core/problem.ts';
import { sideOf } from '../corpus/language.ts';
import { namespaceReader } from '../xml/read.ts';
import { attribute, elementOf, elementsBelow, elementsIn, type XmlElement } from '../xml/tree.ts';
import { registryProblem } from './problems.ts';

/** A term of a concept, with what TBX says of it; `''` where it says nothing. */
export interface TbxTerm {
  readonly name: string;
  readonly status: string;
  readonly type: string;
  readonly partOfSpeech: string;
}

/** The concepts of a TBX file of version 3 in either style, and of one of version 2 (`martif`), as they stand in it. */
export function tbxConcepts(text: string): Checked<readonly XmlElement[]> {
  const open: XmlElement[] = [];
  const concepts: XmlElement[] = [];
  let root: string | null = null;
  const reader = namespaceReader({
    open(tag, place) {
      root ??= tag.local;
      const element = elementOf(tag, place);
      if (open.length > 0 || isConcept(tag.local)) {
        open.at(-1)?.children.push(element);
        open.push(element);
      }
    },
    text: (piece) => open.at(-1)?.children.push(piece),
    close() {
      const element = open.pop();
      if (element && open.length === 0) concepts.push(element);
    },
  });
  reader.write(text);
  reader.end();
  if (reader.problem) return { ok: false, problems: [reader.problem] };
  if (root !== 'tbx' && root !== 'martif') {
    return {
      ok: false,
      problems: [registryProblem('registry.tbx', { line: 1, column: 1, values: { element: root ?? '' } })],
    };
  }
  return { ok: true, value: concepts };
}

/** The terms of a concept in the language of a side, in order. */
export function tbxTerms(concept: XmlElement, side: 'fa' | 'en'): readonly TbxTerm[] {
  const sections = elementsIn(concept).filter(
    (each) => sideOf(each.attributes.find(({ name }) => name === 'xml:lang')?.value ?? '') === side,
  );
  const terms = sections.flatMap((section) => [...elementsBelow(section)].filter(({ local }) => isTerm(local)));
  return terms.flatMap((element) => {
    const term = [...elementsBelow(element)].find(({ local }) => local === 'term');
    if (term === undefined) return [];
    const said = (type: string) => {
      const found = category(element, type);
      return found ? textOf(found).trim() : '';
    };
    return [
      {
        name: textOf(term),
        status: said('administrativeStatus'),
        type: said('termType'),
        partOfSpeech: said('partOfSpeech'),
      },
    ];
  });
}

function isConcept(local: string): boolean {
  return local === 'conceptEntry' || local === 'termEntry';
}

/** The text of an element, that of those in it as well. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** What a data category says below an element, in either style. */
export function category(element: XmlElement, type: string): XmlElement | undefined {
  for (const each of elementsBelow(element)) {
    if (each.local === type || attribute(each, 'type') === type) return each;
  }
  return undefined;
}

/** True for a term that is not to be used any more. */
export function isRefusedTerm(status: string): boolean {
  return status === 'supersededTerm-admn-sts' || status === 'deprecatedTerm-admn-sts';
}

function isTerm(local: string): boolean {
  return local === 'termSec' || local === 'tig' || local === 'ntig';
}
