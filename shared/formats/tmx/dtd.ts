import type { Problem } from '../../core/problem.ts';
import { corpusProblem } from '../corpus/problems.ts';
import type { TextPlace } from '../text/csv.ts';
import { xmlReader } from '../xml/read.ts';

/** Children of these names, at least `least` and at most `most` of them. */
interface Part {
  readonly names: readonly string[];
  readonly least: number;
  readonly most: number;
}

/** What `tmx14.dtd` declares of an element; an attribute may have its values. */
interface Declared {
  readonly parts: readonly Part[];
  readonly text: boolean;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

const any = (...names: readonly string[]): Part => ({ names, least: 0, most: Number.POSITIVE_INFINITY });
const some = (...names: readonly string[]): Part => ({ names, least: 1, most: Number.POSITIVE_INFINITY });
const one = (...names: readonly string[]): Part => ({ names, least: 1, most: 1 });

const element = (parts: readonly Part[], text: boolean, required = '', optional = ''): Declared => ({
  parts,
  text,
  required: required.split(' ').filter((name) => name !== ''),
  optional: optional.split(' ').filter((name) => name !== ''),
});

const changes = 'creationdate creationid changedate changeid';
const used = `o-encoding datatype usagecount lastusagedate creationtool creationtoolversion ${changes} o-tmf`;
const codes = ['bpt', 'ept', 'ph', 'it', 'hi', 'ut'];
const origin = 'creationtool creationtoolversion segtype o-tmf adminlang srclang datatype';

/** The elements of TMX 1.4 (LISA OSCAR, `tmx14.dtd`). */
const declared: Readonly<Record<string, Declared>> = {
  tmx: element([one('header'), one('body')], false, 'version'),
  header: element([any('note', 'prop', 'ude')], false, origin, `o-encoding ${changes}`),
  body: element([any('tu')], false),
  note: element([], true, '', 'o-encoding xml:lang lang'),
  prop: element([], true, 'type', 'o-encoding xml:lang lang'),
  ude: element([some('map')], false, 'name', 'base'),
  map: element([], false, 'unicode', 'code ent subst'),
  tu: element([any('note', 'prop'), some('tuv')], false, '', `tuid segtype srclang ${used}`),
  tuv: element([any('note', 'prop'), one('seg')], false, 'xml:lang', `lang ${used}`),
  seg: element([any(...codes)], true),
  sub: element([any(...codes)], true, '', 'datatype type'),
  hi: element([any(...codes)], true, '', 'x type'),
  bpt: element([any('sub')], true, 'i', 'x type'),
  ept: element([any('sub')], true, 'i'),
  it: element([any('sub')], true, 'pos', 'x type'),
  ph: element([any('sub')], true, '', 'x assoc type'),
  ut: element([any('sub')], true, '', 'x'),
};

const values: Readonly<Record<string, readonly string[]>> = {
  'tmx version': ['1.4'],
  'header segtype': ['block', 'paragraph', 'sentence', 'phrase'],
  'tu segtype': ['block', 'paragraph', 'sentence', 'phrase'],
  'it pos': ['begin', 'end'],
};

interface Open {
  readonly name: string;
  readonly place: TextPlace;
  readonly known: Declared | undefined;
  /** The part that is read, and how many children of it there are. */
  part: number;
  count: number;
  /** Text that may not be there is told once. */
  hasText: boolean;
}

/** Everything in which a file is not valid by the DTD of TMX 1.4, with its place. It takes the memory of the elements that are open. */
export async function* dtdProblems(pieces: AsyncIterable<string>): AsyncGenerator<Problem, void> {
  const open: Open[] = [];
  let found: Problem[] = [];
  const xml = xmlReader({
    open({ name, attributes }, place) {
      const parent = open.at(-1);
      const known = Object.hasOwn(declared, name) ? declared[name] : undefined;
      const at = { ...place, element: name };
      if (parent === undefined && name !== 'tmx') {
        found.push(corpusProblem('tmx.root', { ...at, values: { element: name } }));
      }
      if (parent !== undefined && !takes(parent, name)) {
        const where = { element: name, parent: parent.name, expected: expectedIn(parent) };
        found.push(corpusProblem('tmx.element', { ...at, values: where }));
      }
      for (const attribute of known?.required ?? []) {
        if (!Object.hasOwn(attributes, attribute)) {
          found.push(corpusProblem('tmx.attribute', { ...at, values: { element: name, attribute } }));
        }
      }
      for (const [attribute, value] of known ? Object.entries(attributes) : []) {
        const allowed = values[`${name} ${attribute}`];
        if (!known?.required.includes(attribute) && !known?.optional.includes(attribute)) {
          found.push(corpusProblem('tmx.undeclared', { ...at, values: { element: name, attribute } }));
        } else if (allowed && !allowed.includes(value)) {
          const said = { attribute, value: value.slice(0, 40), expected: allowed.join(', ') };
          found.push(corpusProblem('tmx.value', { ...at, values: said }));
        }
      }
      open.push({ name, place, known, part: 0, count: 0, hasText: false });
    },
    text(text) {
      const last = open.at(-1);
      if (!last?.known || last.known.text || last.hasText || !/[^ \t\r\n]/.test(text)) return;
      last.hasText = true;
      const where = { ...last.place, element: last.name };
      found.push(corpusProblem('tmx.text', { ...where, values: { element: last.name } }));
    },
    close() {
      const last = open.pop();
      const missing = last?.known?.parts.find(
        ({ least }, index) => index >= last.part && (index === last.part ? last.count : 0) < least,
      );
      if (!last || !missing) return;
      const where = { element: last.name, expected: missing.names.join(', ') };
      found.push(corpusProblem('tmx.missing', { ...last.place, element: last.name, values: where }));
    },
  });
  for await (const piece of pieces) {
    xml.write(piece);
    yield* found;
    found = [];
    if (xml.problem) break;
  }
  xml.end();
  yield* found;
  if (xml.problem) yield xml.problem;
}

/** Whether a child may come next, and counts it. What follows in an element that is not declared is its own matter. */
function takes(parent: Open, name: string): boolean {
  if (!parent.known) return true;
  for (let part = parent.part; part < parent.known.parts.length; part++) {
    const { names, least, most } = parent.known.parts[part] ?? any();
    const count = part === parent.part ? parent.count : 0;
    if (names.includes(name) && count < most) {
      parent.part = part;
      parent.count = count + 1;
      return true;
    }
    if (count < least) return false;
  }
  return false;
}

function expectedIn(parent: Open): string {
  const names = (parent.known?.parts.slice(parent.part) ?? []).flatMap((part) => part.names);
  return names.length === 0 ? 'no element' : names.map((name) => `<${name}>`).join(', ');
}
