import type { Problem } from '../../core/problem.ts';
import { attribute, elementsIn, type XmlElement } from '../xml/tree.ts';
import { type ElementKind, elements, isModule, namespaces, type Step } from './elements.ts';
import { xliffProblem } from './problems.ts';
import { values } from './values.ts';

/** What the core schemas of XLIFF 2 say of an element by itself: its attributes, and what stands in it in which order. Elements of
 *  other namespaces are not looked into. */
export function* structureProblems(element: XmlElement): Generator<Problem> {
  const kind = namespaces.has(element.uri) ? elements[element.local] : undefined;
  if (kind === undefined) return;
  yield* attributeProblems(element, kind);
  yield* contentProblems(element, kind);
}

/** The same of an element and all below it. */
export function* structureProblemsBelow(element: XmlElement): Generator<Problem> {
  yield* structureProblems(element);
  for (const child of elementsIn(element)) yield* structureProblemsBelow(child);
}

export function* attributeProblems(element: XmlElement, kind: ElementKind): Generator<Problem> {
  for (const { name, uri, value } of element.attributes) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    const isOwn = uri === '' || Object.hasOwn(kind.attributes, name);
    if (isOwn) {
      const type = kind.attributes[name];
      if (type === undefined) yield xliffProblem('xliff.attribute', element, { name });
      else if (!values[type].pattern.test(value)) {
        yield xliffProblem('xliff.value', element, { name, value, expected: values[type].expected });
      }
    } else if (kind.foreign === 'none' || (kind.foreign === 'modules' && !isModule(uri))) {
      yield xliffProblem('xliff.attribute', element, { name });
    }
  }
  for (const name of kind.required) {
    if (attribute(element, name) === undefined) yield xliffProblem('xliff.required', element, { name });
  }
  if (element.local === 'skeleton') {
    const isEmpty = element.children.every((child) => typeof child === 'string' && child.trim() === '');
    if (isEmpty === (attribute(element, 'href') === undefined)) yield xliffProblem('xliff.skeleton', element);
  }
}

function* contentProblems(element: XmlElement, { steps, hasText }: ElementKind): Generator<Problem> {
  const parent = element.local;
  const order = new StepReader(steps);
  for (const child of element.children) {
    if (typeof child !== 'string') {
      if (!order.take(child)) yield xliffProblem('xliff.element', child, { found: child.name, parent });
    } else if (!hasText && child.trim() !== '') yield xliffProblem('xliff.text', element, { parent });
  }
  const expected = order.missing();
  if (expected !== null) yield xliffProblem('xliff.missing', element, { parent, expected });
}

/** Takes children one after the other and says whether each may stand there. */
export class StepReader {
  private readonly steps: readonly Step[];
  private at = 0;
  private readonly counts: number[];

  constructor(steps: readonly Step[]) {
    this.steps = steps;
    this.counts = steps.map(() => 0);
  }

  take(child: XmlElement): boolean {
    for (let index = this.at; index < this.steps.length; index++) {
      const step = this.steps[index];
      const count = this.counts[index] ?? 0;
      if (step === undefined || !step.names.some((name) => fits(child, name)) || count >= step.most) continue;
      this.counts[index] = count + 1;
      this.at = index;
      return true;
    }
    return false;
  }

  /** What should still have come. */
  missing(): string | null {
    const index = this.steps.findIndex(({ least }, place) => (this.counts[place] ?? 0) < least);
    return this.steps[index]?.names.join('> or <') ?? null;
  }
}

function fits({ uri, local }: XmlElement, name: string): boolean {
  if (name === '*') return !namespaces.has(uri) && uri !== '';
  if (name === '*metadata') return uri === 'urn:oasis:names:tc:xliff:metadata:2.0' && local === 'metadata';
  return namespaces.has(uri) && local === name;
}
