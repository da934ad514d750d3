import type { Problem } from '../../core/problem.ts';
import { sideOf } from '../corpus/language.ts';
import { oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusRow, Remark } from '../corpus/row.ts';
import { toldRows } from '../corpus/told-row.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/tree.ts';
import { contentOf, mentionsOf } from './content.ts';
import { type Surroundings, xliffReader } from './document.ts';
import { namespaces } from './elements.ts';
import { ENTITY, LABEL } from './mention-text.ts';
import { xliffProblem } from './problems.ts';
import { toldByFacts } from './row-facts.ts';
import { PREFIX, statusOf } from './states.ts';
import { unitParts } from './unit-parts.ts';

/** Reads XLIFF 2.0, 2.1 and 2.2 between Persian and English in either direction; what the standard forbids is refused, with its
 *  place. A segment is a row; inline codes are left out, what they enclose stays; notes stay as remarks; annotations of ITS text
 *  analysis are mentions. */
export const xliffFile = oneFile('xlf', xliff2Reader);

const METADATA = 'urn:oasis:names:tc:xliff:metadata:2.0';
/** In XLIFF 2 what codes stand for is data beside the text. */
const noCodes: ReadonlySet<string> = new Set();
const ITS = 'http://www.w3.org/2005/11/its';

function xliff2Reader(name: string): PieceReader {
  const row = toldRows(name);
  let rows: CorpusRow[] = [];
  let problems: Problem[] = [];
  let document: ReadonlyMap<string, string> = new Map();
  let sides: { readonly source: 'fa' | 'en' } | null = null;
  const xml = xliffReader({
    problem: (problem) => void problems.push(problem),
    begin(container) {
      if (container.local === 'file') document = fileFacts(container);
      if (container.local !== 'xliff') return;
      const [source = '', target = ''] = [attribute(container, 'srcLang'), attribute(container, 'trgLang')];
      const side = sideOf(source);
      const other = target === '' ? null : sideOf(target);
      if (side === null || (target !== '' && (other === null || other === side))) {
        problems.push(xliffProblem('xliff.no-pair', container, { source, target }));
      } else sides = { source: side };
    },
    beside(element) {
      document = new Map([...document, ...factsIn(element)]);
    },
    unit(unit, around) {
      if (sides === null) return;
      for (const told of rowsOf(unit, around, sides.source, document)) rows.push(row(told));
    },
  });
  const taken = () => {
    const found = {
      rows,
      warnings: [],
      problems: xml.problem === null || isTold ? problems : [...problems, xml.problem],
    };
    isTold = xml.problem !== null;
    [rows, problems] = [[], []];
    return found;
  };
  let isTold = false;
  return {
    get isOver() {
      return xml.problem !== null;
    },
    write(piece) {
      xml.write(piece);
      return taken();
    },
    end() {
      xml.end();
      return taken();
    },
  };
}

/** What a file tells of its document: it is called after what it was made of. */
function fileFacts(file: XmlElement): ReadonlyMap<string, string> {
  const original = attribute(file, 'original');
  return new Map(original === undefined || original === '' ? [] : [['title', original]]);
}

/** What metadata of ours says. */
function factsIn(element: XmlElement): ReadonlyMap<string, string> {
  const isOurs = element.uri === METADATA && element.local === 'metadata';
  const groups = isOurs ? elementsIn(element).filter((group) => attribute(group, 'category') === PREFIX) : [];
  return new Map(groups.flatMap(elementsIn).map((meta) => [attribute(meta, 'type') ?? '', textOf(meta)]));
}

function* rowsOf(unit: XmlElement, { file }: Surroundings, source: 'fa' | 'en', document: ReadonlyMap<string, string>) {
  const own = new Map(elementsIn(unit).flatMap((child) => [...factsIn(child)]));
  const facts = new Map([...document, ...own]);
  const parts = unitParts(unit).parts.filter(({ element }) => element.local === 'segment');
  const id = attribute(unit, 'id') ?? '';
  const isForeign = !own.has('segment');
  for (const [index, part] of parts.entries()) {
    const texts = { source: contentOf(part.source, noCodes), target: contentOf(part.target, noCodes) };
    const [fa, en] = source === 'fa' ? [texts.source, texts.target] : [texts.target, texts.source];
    const told = toldByFacts(facts, fa.text, en.text);
    yield {
      ...told,
      fa: fa.text,
      en: en.text,
      document: told.document ?? (document.has('title') ? undefined : attribute(file, 'id')),
      segment: told.segment ?? (parts.length > 1 ? `${id}.${index + 1}` : id),
      status: statusOf(
        attribute(part.element, 'state'),
        attribute(part.element, 'subState'),
        isForeign && texts.target.text !== '',
      ),
      mentions: mentionsOf({ fa, en }, meant),
      remarks: index === 0 ? notesOf(unit) : [],
    };
  }
}

function notesOf(unit: XmlElement): readonly Remark[] {
  return elementsIn(unit)
    .filter(({ uri, local }) => local === 'notes' && namespaces.has(uri))
    .flatMap(elementsIn)
    .map((note) => ({ name: attribute(note, 'category') ?? null, text: textOf(note) }));
}

/** What an annotation of ITS text analysis means. */
function meant(element: XmlElement) {
  const its = (local: string) => element.attributes.find((each) => each.uri === ITS && each.local === local)?.value;
  const [type, entity] = [its('taClassRef'), its('taIdentRef')];
  if (type === undefined) return null;
  return {
    id: attribute(element, 'id') ?? '',
    label: named(type, LABEL),
    entity: entity === undefined ? null : named(entity, ENTITY),
  };
}

function named(iri: string, prefix: string): string {
  if (!iri.startsWith(prefix)) return iri;
  try {
    return decodeURIComponent(iri.slice(prefix.length));
  } catch {
    return iri;
  }
}

function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}
