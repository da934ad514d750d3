import type { ValueName } from './values.ts';

/** The namespaces of XLIFF 2: 2.0 and 2.1 share one. */
export const namespaces: ReadonlySet<string> = new Set([
  'urn:oasis:names:tc:xliff:document:2.0',
  'urn:oasis:names:tc:xliff:document:2.2',
]);

/** The namespaces of the modules of XLIFF 2, and of what they use. */
export function isModule(uri: string): boolean {
  return (
    (uri.startsWith('urn:oasis:names:tc:xliff:') && !namespaces.has(uri)) || uri === 'http://www.w3.org/2005/11/its'
  );
}

/** A step of what an element holds, in order: elements of these names, or `*` for those of other namespaces. */
export interface Step {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** An element of the core (XLIFF 2.1 and 2.2, section 4.2, and the core schemas). */
export interface ElementKind {
  readonly attributes: Readonly<Record<string, ValueName>>;
  readonly required: readonly string[];
  /** Whether attributes of other namespaces may stand on it: all, those of modules, or none. */
  readonly foreign: 'all' | 'modules' | 'none';
  readonly steps: readonly Step[];
  readonly hasText: boolean;
}

const many = Number.POSITIVE_INFINITY;
const some = (least: number, most: number, ...names: readonly string[]): Step => ({ names, least, most });
const inline = some(0, many, 'cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em');
const extensions = some(0, many, '*');
const notes = some(0, 1, 'notes');

const directions = { srcDir: 'direction', trgDir: 'direction' } as const;
const container = {
  id: 'nmtoken',
  name: 'any',
  canResegment: 'yesNo',
  translate: 'yesNo',
  type: 'own',
  'xml:space': 'space',
  ...directions,
} as const;
const code = {
  id: 'nmtoken',
  canCopy: 'yesNo',
  canDelete: 'yesNo',
  canReorder: 'yesNoFirstNo',
  copyOf: 'nmtoken',
  subType: 'own',
  type: 'codeType',
} as const;
const single = { dataRef: 'nmtoken', disp: 'any', equiv: 'any', subFlows: 'nmtokens' } as const;
const spanning = { canOverlap: 'yesNo', dir: 'direction' } as const;
const mark = { id: 'nmtoken', translate: 'yesNo', type: 'markType', ref: 'any', value: 'any' } as const;
const part = { id: 'nmtoken' } as const;

const kind = (parts: Partial<ElementKind>): ElementKind => ({
  attributes: {},
  required: [],
  foreign: 'none',
  steps: [],
  hasText: false,
  ...parts,
});

/** The elements of the core by their names. */
export const elements: Readonly<Record<string, ElementKind>> = {
  xliff: kind({
    attributes: { version: 'version', srcLang: 'language', trgLang: 'language', 'xml:space': 'space' },
    required: ['version', 'srcLang'],
    foreign: 'all',
    steps: [notes, some(0, many, '*metadata'), some(1, many, 'file')],
  }),
  file: kind({
    attributes: {
      id: 'nmtoken',
      canResegment: 'yesNo',
      original: 'any',
      translate: 'yesNo',
      'xml:space': 'space',
      ...directions,
    },
    required: ['id'],
    foreign: 'all',
    steps: [some(0, 1, 'skeleton'), extensions, notes, some(1, many, 'unit', 'group')],
  }),
  skeleton: kind({ attributes: { href: 'any' }, steps: [extensions], hasText: true }),
  group: kind({
    attributes: container,
    required: ['id'],
    foreign: 'all',
    steps: [extensions, notes, some(0, many, 'unit', 'group')],
  }),
  unit: kind({
    attributes: container,
    required: ['id'],
    foreign: 'all',
    steps: [extensions, notes, some(0, 1, 'originalData'), some(1, many, 'segment', 'ignorable')],
  }),
  segment: kind({
    attributes: { ...part, canResegment: 'yesNo', state: 'state', subState: 'own' },
    steps: [some(1, 1, 'source'), some(0, 1, 'target')],
  }),
  ignorable: kind({ attributes: part, steps: [some(1, 1, 'source'), some(0, 1, 'target')] }),
  notes: kind({ steps: [some(1, many, 'note')] }),
  note: kind({
    attributes: { id: 'nmtoken', appliesTo: 'appliesTo', category: 'any', priority: 'priority', ref: 'any' },
    foreign: 'all',
    hasText: true,
  }),
  originalData: kind({ steps: [some(1, many, 'data')] }),
  data: kind({
    attributes: { id: 'nmtoken', dir: 'direction', 'xml:space': 'preserve' },
    required: ['id'],
    steps: [some(0, many, 'cp')],
    hasText: true,
  }),
  source: kind({ attributes: { 'xml:lang': 'language', 'xml:space': 'space' }, steps: [inline], hasText: true }),
  target: kind({
    attributes: { 'xml:lang': 'language', 'xml:space': 'space', order: 'order' },
    steps: [inline],
    hasText: true,
  }),
  cp: kind({ attributes: { hex: 'hex' }, required: ['hex'] }),
  ph: kind({ attributes: { ...code, ...single }, required: ['id'], foreign: 'modules' }),
  pc: kind({
    attributes: {
      ...code,
      ...spanning,
      dispEnd: 'any',
      dispStart: 'any',
      equivEnd: 'any',
      equivStart: 'any',
      dataRefEnd: 'nmtoken',
      dataRefStart: 'nmtoken',
      subFlowsEnd: 'nmtokens',
      subFlowsStart: 'nmtokens',
    },
    required: ['id'],
    foreign: 'modules',
    steps: [inline],
    hasText: true,
  }),
  sc: kind({
    attributes: { ...code, ...single, ...spanning, isolated: 'yesNo' },
    required: ['id'],
    foreign: 'modules',
  }),
  ec: kind({
    attributes: { ...code, ...single, ...spanning, isolated: 'yesNo', startRef: 'nmtoken' },
    foreign: 'modules',
  }),
  mrk: kind({ attributes: mark, required: ['id'], foreign: 'all', steps: [inline], hasText: true }),
  sm: kind({ attributes: mark, required: ['id'], foreign: 'all' }),
  em: kind({ attributes: { startRef: 'nmtoken' }, required: ['startRef'] }),
};
