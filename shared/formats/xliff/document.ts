import type { SaxesTagNS } from 'saxes';
import type { Problem } from '../../core/problem.ts';
import type { TextPlace } from '../text/csv.ts';
import { type NamespaceHandler, namespaceReader, type XmlReader } from '../xml/read.ts';
import { attribute, elementOf, elementsBelow, type XmlElement } from '../xml/tree.ts';
import { elements, namespaces } from './elements.ts';
import { xliffProblem } from './problems.ts';
import { attributeProblems, StepReader, structureProblems } from './structure.ts';
import { idProblems, languageOf, unitProblems } from './unit.ts';

/** What stands around a unit. */
export interface Surroundings {
  readonly xliff: XmlElement;
  readonly file: XmlElement;
}

/** What a document tells while it is read. Of what is outside the units, `outside` is told as it comes. */
export interface XliffHandler {
  /** A unit is complete. */
  unit(unit: XmlElement, around: Surroundings): void;
  problem(problem: Problem): void;
  /** A container begins (`xliff`, `file` or `group`), or ends. */
  begin?(container: XmlElement): void;
  end?(container: XmlElement): void;
  /** An element that stands in a container beside its units is complete: a skeleton, notes, a module. */
  beside?(element: XmlElement): void;
}

/** Elements that hold units. */
const containers = new Set(['xliff', 'file', 'group']);

/** Reads an XLIFF 2 document, unit by unit, and tells what is wrong with it by the core schemas and the constraints of XLIFF 2.1
 *  and 2.2. What modules and extensions hold is not checked. The memory in use is that of a unit and of the ids of a file. */
export function xliffReader(handler: XliffHandler): XmlReader {
  return namespaceReader(new Document(handler));
}

interface Container {
  readonly element: XmlElement;
  readonly steps: StepReader;
  readonly lang: string | null;
  /** What stands beside its units, to look for ids that stand twice. */
  readonly beside: XmlElement[];
}

/** The ids of one file, and the units that its codes name. */
class FileIds {
  readonly units = new Set<string>();
  readonly groups = new Set<string>();
  readonly subFlows: { readonly code: XmlElement; readonly name: string; readonly value: string }[] = [];
}

class Document implements NamespaceHandler {
  private readonly handler: XliffHandler;
  private readonly files = new Set<string>();
  private readonly open_: Container[] = [];
  /** The elements that are open below a container. */
  private readonly path: XmlElement[] = [];
  private ids = new FileIds();
  private isRefused = false;

  constructor(handler: XliffHandler) {
    this.handler = handler;
  }

  open(tag: SaxesTagNS, place: TextPlace): void {
    if (this.isRefused) return;
    const element = elementOf(tag, place);
    const parent = this.open_.at(-1);
    if (parent === undefined && !(namespaces.has(element.uri) && element.local === 'xliff')) {
      this.isRefused = true;
      this.tell(xliffProblem('xliff.root', element, { found: element.name, uri: element.uri }));
      return;
    }
    const above = this.path.at(-1);
    if (above !== undefined) {
      above.children.push(element);
      this.path.push(element);
    } else if (namespaces.has(element.uri) && containers.has(element.local) && this.isPlaced(element)) {
      this.begin(element, parent?.lang ?? null);
    } else {
      if (containers.has(element.local) && namespaces.has(element.uri)) this.misplaced(element);
      this.path.push(element);
    }
  }

  text(text: string): void {
    const above = this.path.at(-1);
    const container = this.open_.at(-1);
    if (above !== undefined) {
      const last = above.children.length - 1;
      const before = above.children[last];
      if (typeof before === 'string') above.children[last] = before + text;
      else above.children.push(text);
    } else if (container !== undefined && text.trim() !== '') {
      this.tell(xliffProblem('xliff.text', container.element, { parent: container.element.local }));
    }
  }

  close(): void {
    if (this.isRefused) return;
    const element = this.path.pop();
    if (element === undefined) this.endContainer();
    else if (this.path.length === 0) this.child(element);
  }

  private tell(problem: Problem): void {
    this.handler.problem(problem);
  }

  /** Whether a container may stand where it does by its kind; a file in a group is an element in a wrong place. */
  private isPlaced({ local }: XmlElement): boolean {
    const parent = this.open_.at(-1)?.element.local;
    return local === 'xliff' ? parent === undefined : local === 'file' ? parent === 'xliff' : parent !== 'xliff';
  }

  private misplaced(element: XmlElement): void {
    const parent = this.open_.at(-1)?.element.local ?? '';
    this.tell(xliffProblem('xliff.element', element, { found: element.name, parent }));
  }

  private begin(element: XmlElement, lang: string | null): void {
    const kind = elements[element.local];
    if (kind === undefined) return;
    if (this.open_.length > 0 && !this.open_.at(-1)?.steps.take(element)) this.misplaced(element);
    for (const problem of attributeProblems(element, kind)) this.tell(problem);
    const id = attribute(element, 'id');
    if (element.local === 'file') this.ids = new FileIds();
    const known = element.local === 'file' ? this.files : this.ids.groups;
    if (id !== undefined && known.has(id)) {
      const scope = element.local === 'file' ? 'the files' : 'the groups of a file';
      this.tell(xliffProblem('xliff.id', element, { value: id, scope }));
    }
    if (id !== undefined) known.add(id);
    const steps = new StepReader(kind.steps);
    this.open_.push({ element, steps, lang: languageOf(element) ?? lang, beside: [] });
    this.handler.begin?.(element);
  }

  /** An element in a container is complete. */
  private child(element: XmlElement): void {
    const container = this.open_.at(-1);
    if (container === undefined) return;
    const isMisplaced = namespaces.has(element.uri) && containers.has(element.local);
    if (!isMisplaced && !container.steps.take(element)) this.misplaced(element);
    if (namespaces.has(element.uri) && element.local === 'unit') this.unit(element, container);
    else {
      for (const problem of structureProblems(element)) this.tell(problem);
      for (const below of elementsBelow(element)) for (const problem of structureProblems(below)) this.tell(problem);
      container.beside.push(element);
      this.handler.beside?.(element);
    }
  }

  private unit(unit: XmlElement, { lang }: Container): void {
    const [xliff, file] = [this.open_[0]?.element, this.open_[1]?.element];
    if (xliff === undefined || file === undefined) return;
    const id = attribute(unit, 'id');
    if (id !== undefined && this.ids.units.has(id)) {
      this.tell(xliffProblem('xliff.id', unit, { value: id, scope: 'the units of a file' }));
    }
    if (id !== undefined) this.ids.units.add(id);
    const context = {
      file: attribute(file, 'id') ?? '',
      srcLang: attribute(xliff, 'srcLang') ?? '',
      trgLang: attribute(xliff, 'trgLang') ?? null,
      lang,
    };
    for (const problem of unitProblems(unit, context)) this.tell(problem);
    for (const code of elementsBelow(unit)) {
      if (!namespaces.has(code.uri)) continue;
      for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
        const named = attribute(code, name)?.trim().split(/\s+/) ?? [];
        this.ids.subFlows.push(...named.map((value) => ({ code, name, value })));
      }
    }
    this.handler.unit(unit, { xliff, file });
  }

  private endContainer(): void {
    const container = this.open_.pop();
    if (container === undefined) return;
    const { element, steps, beside } = container;
    const expected = steps.missing();
    if (expected !== null) this.tell(xliffProblem('xliff.missing', element, { parent: element.local, expected }));
    for (const problem of idProblems({ ...element, children: beside })) this.tell(problem);
    if (element.local === 'file') {
      for (const { code, name, value } of this.ids.subFlows) {
        if (!this.ids.units.has(value)) this.tell(xliffProblem('xliff.subflow', code, { name, value }));
      }
    }
    this.handler.end?.(element);
  }
}
