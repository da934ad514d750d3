import type { Problem } from '../../core/problem.ts';
import { startTag, type XmlElement, xmlOf } from '../xml/tree.ts';
import { xliffReader } from './document.ts';
import { namespaces } from './elements.ts';
import { coreOf, type XliffVersion } from './write.ts';

/** A document of XLIFF 2 on its way into another version of it. */
export interface Rewriter {
  /** What is complete of the new document with this piece of the old one. */
  write(piece: string): string;
  end(): string;
  /** What is wrong with the old one so far. */
  readonly problems: readonly Problem[];
}

/** Writes an XLIFF 2 document in another version of XLIFF 2, whatever its languages are and with all that is in it: codes,
 *  modules, extensions. Comments, processing instructions and the indentation between containers are not kept. */
export function xliffRewriter(version: XliffVersion): Rewriter {
  const problems: Problem[] = [];
  let written = '<?xml version="1.0" encoding="UTF-8"?>\n';
  const put = (text: string) => {
    written += `${text}\n`;
  };
  const xml = xliffReader({
    problem: (problem) => void problems.push(problem),
    begin: (container) => put(startTag(inVersion(container, version))),
    end: (container) => put(`</${container.name}>`),
    beside: (element) => put(xmlOf(inVersionBelow(element, version))),
    unit: (unit) => put(xmlOf(inVersionBelow(unit, version))),
  });
  const taken = () => {
    const text = written;
    written = '';
    return text;
  };
  return {
    write(piece) {
      xml.write(piece);
      return taken();
    },
    end() {
      xml.end();
      return taken();
    },
    get problems() {
      return xml.problem === null ? problems : [...problems, xml.problem];
    },
  };
}

function inVersionBelow(element: XmlElement, version: XliffVersion): XmlElement {
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : inVersionBelow(child, version),
  );
  return { ...inVersion(element, version), children };
}

/** The element with the namespace of that version, where it declares one of the core's. */
function inVersion(element: XmlElement, version: XliffVersion): XmlElement {
  const attributes = element.attributes.map((attribute) => {
    const declares = attribute.name === 'xmlns' || attribute.name.startsWith('xmlns:');
    if (declares && namespaces.has(attribute.value)) return { ...attribute, value: coreOf[version] };
    const isVersion = element.local === 'xliff' && attribute.name === 'version';
    return isVersion ? { ...attribute, value: version } : attribute;
  });
  return { ...element, attributes };
}
