import { readFileSync } from 'node:fs';
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';

const tmx14 = new DtdValidator(XmlDtd.fromBuffer(readFileSync('tests/fixtures/tmx14.dtd')));

/** Why libxml2 finds `xml` not well-formed, or not valid against `tmx14.dtd`; nothing where it is. */
export function violations(xml: string): readonly string[] {
  try {
    const document = XmlDocument.fromString(xml);
    try {
      tmx14.validate(document);
      // A document type may be any element; that of TMX is `tmx`.
      return document.root.name === 'tmx' ? [] : [`the root is ${document.root.name}`];
    } finally {
      document.dispose();
    }
  } catch (error) {
    return [(error as Error).message];
  }
}
