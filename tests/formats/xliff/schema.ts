import { readFileSync } from 'node:fs';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

xmlRegisterFsInputProviders();
const folder = 'tests/fixtures/xliff';

/** Checks documents by a core schema of OASIS, read by libxml2. */
export function schemaOf(version: '2.0' | '2.2'): (xml: string) => readonly string[] {
  const path = `${folder}/xliff_core_${version}.xsd`;
  const schema = XmlDocument.fromBuffer(readFileSync(path), { url: path });
  const validator = XsdValidator.fromDoc(schema);
  return (xml) => {
    const document = XmlDocument.fromString(xml);
    try {
      validator.validate(document);
      return [];
    } catch (error) {
      return [(error as Error).message];
    } finally {
      document.dispose();
    }
  };
}
