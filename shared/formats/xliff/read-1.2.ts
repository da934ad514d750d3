import type { SaxesTagNS } from 'saxes';
import type { Problem } from '../../core/problem.ts';
import { sideOf } from '../corpus/language.ts';
import { type Batch, oneFile, type PieceReader } from '../corpus/reading.ts';
import type { CorpusRow } from '../corpus/row.ts';
import { type Told, toldRows } from '../corpus/told-row.ts';
import type { TextPlace } from '../text/csv.ts';
import { type NamespaceHandler, namespaceReader } from '../xml/read.ts';
import { attribute, elementOf, elementsIn, type XmlElement } from '../xml/tree.ts';
import { contentOf, mentionsOf } from './content.ts';
import { labelOf, tokenName } from './mark-names.ts';
import { xliffProblem } from './problems.ts';
import { toldByFacts } from './row-facts.ts';
import { PREFIX, status12 } from './states.ts';

/** Reads XLIFF 1.2 between Persian and English in either direction. A segment of `seg-source` is a row with the target's segment of
 *  the same `mid`, else a unit is; codes of other formats are left out; notes stay as remarks. */
export const xliff12File = oneFile('xlf', xliff12Reader);

const CORE = 'urn:oasis:names:tc:xliff:document:1.2';
const FACTS = 'urn:x-radif:facts';

/** Elements whose content is code and no text (XLIFF 1.2, section 2.4, Inline elements). */
const codes = new Set(['bpt', 'ept', 'it', 'ph', 'bx', 'ex', 'x']);

function xliff12Reader(name: string): PieceReader {
  const units = new Units(name);
  const xml = namespaceReader(units);
  return {
    get isOver() {
      return xml.problem !== null || units.isRefused;
    },
    write(piece) {
      xml.write(piece);
      return units.taken(xml.problem);
    },
    end() {
      xml.end();
      return units.taken(xml.problem);
    },
  };
}

class Units implements NamespaceHandler {
  isRefused = false;
  private rows: CorpusRow[] = [];
  private warnings: Problem[] = [];
  private problems: Problem[] = [];
  private readonly row: (told: Told) => CorpusRow;
  /** The elements that are open, of which only units keep what is in them. */
  private readonly path: XmlElement[] = [];
  private unit: XmlElement | null = null;
  private source: 'fa' | 'en' = 'fa';
  private original = '';

  constructor(name: string) {
    this.row = toldRows(name);
  }

  taken(problem: Problem | null): Batch {
    const found = { rows: this.rows, warnings: this.warnings, problems: problem ? [problem] : this.problems };
    [this.rows, this.warnings, this.problems] = [[], [], []];
    return found;
  }

  open(tag: SaxesTagNS, place: TextPlace): void {
    const element = elementOf(tag, place);
    if (this.path.length === 0) this.root(element);
    if (element.local === 'file') this.file(element);
    if (this.unit !== null) this.path.at(-1)?.children.push(element);
    else if (element.local === 'trans-unit') this.unit = element;
    this.path.push(element);
  }

  text(text: string): void {
    if (this.unit !== null) this.path.at(-1)?.children.push(text);
  }

  close(): void {
    const element = this.path.pop();
    if (element === undefined || element !== this.unit) return;
    this.unit = null;
    if (!this.isRefused) this.read(element);
  }

  private root(element: XmlElement): void {
    const isXliff = element.local === 'xliff' && (element.uri === CORE || element.uri === '');
    if (isXliff) return;
    this.isRefused = true;
    this.problems.push(xliffProblem('xliff.root', element, { found: element.name, uri: element.uri }));
  }

  private file(element: XmlElement): void {
    const [source = '', target = ''] = [attribute(element, 'source-language'), attribute(element, 'target-language')];
    const side = sideOf(source);
    const other = target === '' ? null : sideOf(target);
    this.original = attribute(element, 'original') ?? '';
    if (side === null || (target !== '' && (other === null || other === side))) {
      this.isRefused = true;
      this.problems.push(xliffProblem('xliff.no-pair', element, { source, target }));
    } else this.source = side;
  }

  private read(unit: XmlElement): void {
    const child = (local: string) => elementsIn(unit).find((each) => each.local === local);
    const [source, segmented, target] = [child('source'), child('seg-source'), child('target')];
    if (source === undefined) {
      this.problems.push(xliffProblem('xliff.missing', unit, { parent: 'trans-unit', expected: 'source' }));
      return;
    }
    const own = elementsIn(unit).filter(({ uri }) => uri === FACTS);
    const facts = new Map(own.map((fact) => [attribute(fact, 'name') ?? '', contentOf(fact, codes).text]));
    const segments = segmented === undefined ? [] : segmentsIn(segmented);
    const targets = new Map(
      (target === undefined ? [] : segmentsIn(target)).map((each) => [attribute(each, 'mid'), each]),
    );
    const pairs =
      segments.length > 0 && (target === undefined || targets.size > 0)
        ? segments.map((each) => [each, targets.get(attribute(each, 'mid'))] as const)
        : [[source, target] as const];
    const id = attribute(unit, 'resname') ?? attribute(unit, 'id') ?? '';
    for (const [index, pair] of pairs.entries()) {
      const texts = { source: contentOf(pair[0], codes), target: contentOf(pair[1], codes) };
      const [fa, en] = this.source === 'fa' ? [texts.source, texts.target] : [texts.target, texts.source];
      const told = toldByFacts(facts, fa.text, en.text);
      const state = target === undefined ? undefined : attribute(target, 'state');
      this.rows.push(
        this.row({
          ...told,
          fa: fa.text,
          en: en.text,
          title: told.title ?? (this.original || undefined),
          document: told.document ?? (this.original || undefined),
          segment: told.segment ?? (pairs.length > 1 ? `${id}.${index + 1}` : id),
          status: status12(state, texts.target.text !== ''),
          mentions: mentionsOf({ fa, en }, meant),
          remarks: index === 0 ? notesIn(unit) : [],
        }),
      );
    }
  }
}

function segmentsIn(side: XmlElement): readonly XmlElement[] {
  return elementsIn(side).flatMap((each) =>
    each.local === 'mrk' && attribute(each, 'mtype') === 'seg' ? [each] : each.local === 'g' ? segmentsIn(each) : [],
  );
}

function notesIn(unit: XmlElement) {
  const notes = elementsIn(unit).filter(({ local }) => local === 'note');
  return notes.map((note) => ({ name: attribute(note, 'from') ?? null, text: contentOf(note, codes).text }));
}

/** What an annotation that Radif wrote means. */
function meant(element: XmlElement) {
  const [type = '', id] = [attribute(element, 'mtype'), attribute(element, 'mid')];
  const start = `x-${PREFIX}-`;
  if (!type.startsWith(start) || id === undefined) return null;
  return { id: tokenName(id), label: labelOf(type.slice(start.length)), entity: attribute(element, 'comment') ?? null };
}
