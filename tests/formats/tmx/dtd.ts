import { SaxesParser } from 'saxes';

interface Attribute {
  /** `null` for CDATA. */
  readonly values: readonly string[] | null;
  readonly required: boolean;
  readonly fixed: string | null;
}

interface Element {
  /** Matches the names of the children, each ended by `;`. */
  readonly children: RegExp;
  readonly text: boolean;
  readonly attributes: Map<string, Attribute>;
}

/** A document type definition, as far as XML 1.0 sections 3.2 and 3.3 are used by `tmx14.dtd`. */
export type Dtd = ReadonlyMap<string, Element>;

export function readDtd(source: string): Dtd {
  const bare = source.replace(/<!--[\s\S]*?-->/g, '');
  const entities = new Map([...bare.matchAll(/<!ENTITY\s+%\s+(\S+)\s+"([^"]*)"\s*>/g)].map((m) => [m[1], m[2] ?? '']));
  const text = bare.replace(/%(\w+);/g, (_, name: string) => entities.get(name) ?? '');
  const dtd = new Map<string, Element>();
  for (const [, name = '', model = ''] of text.matchAll(/<!ELEMENT\s+(\S+)\s+([^>]+?)\s*>/g)) {
    dtd.set(name, { children: childrenPattern(model), text: model.includes('#PCDATA'), attributes: new Map() });
  }
  for (const [, name = '', list = ''] of text.matchAll(/<!ATTLIST\s+(\S+)\s+([^>]+?)\s*>/g)) {
    const declarations = /(\S+)\s+(CDATA|\([^)]*\))\s+(#REQUIRED|#IMPLIED|#FIXED\s+"([^"]*)")/g;
    for (const [, attribute = '', type = '', use, fixed] of list.matchAll(declarations)) {
      const values = type === 'CDATA' ? null : type.slice(1, -1).split('|');
      dtd.get(name)?.attributes.set(attribute, { values, required: use === '#REQUIRED', fixed: fixed ?? null });
    }
  }
  return dtd;
}

function childrenPattern(model: string): RegExp {
  if (model === 'EMPTY') return /^$/;
  const pattern = model
    .replace(/#PCDATA\|?/g, '')
    .replace(/[\w:-]+/g, (name) => `(?:${name};)`)
    .replace(/[\s,]+/g, '');
  return new RegExp(`^${pattern}$`);
}

/** Every way in which `xml` is not well-formed or not valid against `dtd`, with its line. */
export function violations(xml: string, dtd: Dtd, root: string): readonly string[] {
  const found: string[] = [];
  const open: { name: string; children: string; text: string }[] = [];
  const parser = new SaxesParser({ position: true });
  const say = (what: string) => found.push(`line ${parser.line}: ${what}`);
  parser.on('error', (error) => found.push(error.message));
  parser.on('doctype', () => say('the DTD is told to the validator, not named in the file'));
  parser.on('opentag', ({ name, attributes }) => {
    const parent = open.at(-1);
    if (parent === undefined && name !== root) say(`the root is ${name}, not ${root}`);
    if (parent !== undefined) parent.children += `${name};`;
    open.push({ name, children: '', text: '' });
    for (const problem of attributeProblems(dtd.get(name), attributes as Record<string, string>))
      say(`${name}: ${problem}`);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  });
  parser.on('closetag', () => {
    const element = open.pop();
    const declared = dtd.get(element?.name ?? '');
    if (element === undefined || declared === undefined) return;
    if (!declared.children.test(element.children)) say(`${element.name} holds ${element.children || 'nothing'}`);
    if (!declared.text && /[^ \t\r\n]/.test(element.text)) say(`${element.name} holds text`);
  });
  parser.write(xml).close();
  return found;
}

function attributeProblems(element: Element | undefined, given: Record<string, string>): readonly string[] {
  if (element === undefined) return ['is not declared'];
  const unknown = Object.keys(given).filter((name) => !element.attributes.has(name));
  const wrong = [...element.attributes].filter(([name, { values, required, fixed }]) => {
    const value = given[name];
    if (value === undefined) return required;
    return (values !== null && !values.includes(value)) || (fixed !== null && value !== fixed);
  });
  return [...unknown.map((name) => `${name} is not declared`), ...wrong.map(([name]) => `${name} is missing or wrong`)];
}
