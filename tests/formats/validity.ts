import { readFileSync } from 'node:fs';
import { DtdValidator, XmlDocument, XmlDtd, XsdValidator } from 'libxml2-wasm';
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs';

/** Says why libxml2 finds a document not well-formed or not valid; nothing where it is. */
export type Violations = (xml: string) => readonly string[];

/** By a DTD, whose document type may be any of its elements: `root` is the one. */
export function byDtd(grammar: string, root: string): Violations {
  const validity = byValidator(new DtdValidator(XmlDtd.fromString(grammar)));
  return (xml) => {
    const found = validity(xml);
    if (found.length > 0) return found;
    const document = XmlDocument.fromString(xml);
    const { name } = document.root;
    document.dispose();
    return name === root ? [] : [`the root is ${name}`];
  };
}

/** By the schema (XSD) in a file, which may bring in others beside it. */
export function bySchema(path: string): Violations {
  xmlRegisterFsInputProviders();
  return byValidator(XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path })));
}

function byValidator(validator: { validate(document: XmlDocument): void }): Violations {
  return (xml) => {
    let document: XmlDocument | null = null;
    try {
      document = XmlDocument.fromString(xml);
      validator.validate(document);
      return [];
    } catch (error) {
      return [(error as Error).message];
    } finally {
      document?.dispose();
    }
  };
}
