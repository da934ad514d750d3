/** Elements of WordprocessingML (ECMA-376, part 1, section 17) that mammoth passes over together with the text in them,
 *  and for each one that it knows and that reads the same. Word puts runs of Persian into `dir` and `bdo`. */
const known: Readonly<Record<string, string>> = {
  dir: 'smartTag',
  bdo: 'smartTag',
  fldSimple: 'smartTag',
  cr: 'br',
  ptab: 'tab',
};

const passedOver = new RegExp(`<(/?)w:(${Object.keys(known).join('|')})(?=[\\s/>])`, 'g');

/** A part of a Word document in the elements that mammoth knows, so that no text is lost on the way. */
export function withKnownTags(part: Uint8Array): Uint8Array {
  const xml = Buffer.from(part.buffer, part.byteOffset, part.length).toString();
  return Buffer.from(xml.replace(passedOver, (_, slash: string, name: string) => `<${slash}w:${known[name]}`));
}
