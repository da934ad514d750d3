import { nmtoken } from './values.ts';

/** A reference into an XLIFF document (XLIFF 2.1, section 4.7, Fragment Identification): each part `null` where it is not said. */
export interface Fragment {
  /** True for one that begins at the document. */
  readonly isAbsolute: boolean;
  readonly file: string | null;
  readonly group: string | null;
  readonly unit: string | null;
  /** What is meant in there: `n` a note, `d` data, `t` an inline element of the target, `''` a segment or an inline element of
   *  the source, else an element of the module or extension with that prefix. */
  readonly leaf: { readonly prefix: string; readonly id: string } | null;
}

/** The fragment that `#…` writes, or `null` for what is none. */
export function readFragment(reference: string): Fragment | null {
  const isAbsolute = reference.startsWith('#/');
  const selectors = reference.slice(isAbsolute ? 2 : 1).split('/');
  const found: { file: string | null; group: string | null; unit: string | null } = {
    file: null,
    group: null,
    unit: null,
  };
  let leaf: Fragment['leaf'] = null;
  for (const selector of selectors) {
    const at = selector.indexOf('=');
    const prefix = at < 0 ? '' : selector.slice(0, at);
    const id = selector.slice(at + 1);
    if (leaf !== null || !nmtoken.test(id) || (at >= 0 && !nmtoken.test(prefix))) return null;
    if (prefix === 'f') {
      if (found.file !== null || found.group !== null || found.unit !== null) return null;
      found.file = id;
    } else if (prefix === 'g' || prefix === 'u') {
      if (found.group !== null || found.unit !== null) return null;
      found[prefix === 'g' ? 'group' : 'unit'] = id;
    } else if (prefix.length === 1 && !['n', 'd', 't'].includes(prefix)) return null;
    else leaf = { prefix, id };
  }
  if (isAbsolute && found.file === null) return null;
  return { isAbsolute, ...found, leaf };
}
