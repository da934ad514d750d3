import type { SaxesTagNS } from 'saxes';
import type { TextPlace } from '../text/csv.ts';
import { escapeAttribute, escapeText } from './xml.ts';

export interface XmlAttribute {
  /** As it is written, with its prefix. */
  readonly name: string;
  /** `''` for none. */
  readonly uri: string;
  readonly local: string;
  readonly value: string;
}

/** An element and all that is in it. */
export interface XmlElement {
  readonly name: string;
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly XmlAttribute[];
  readonly place: TextPlace;
  readonly children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** The element that a tag begins. */
export function elementOf({ name, uri, local, attributes }: SaxesTagNS, place: TextPlace): XmlElement {
  const known = Object.values(attributes).map((attribute) => ({
    name: attribute.name,
    uri: attribute.uri,
    local: attribute.local,
    value: attribute.value,
  }));
  return { name, uri, local, attributes: known, place, children: [] };
}

/** The value of an attribute without a namespace. */
export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attributes.find(({ uri, local }) => uri === '' && local === name)?.value;
}

/** The elements in an element, without those in them. */
export function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string');
}

/** All elements below an element, in the order of the document. */
export function* elementsBelow(element: XmlElement): Generator<XmlElement> {
  for (const child of elementsIn(element)) {
    yield child;
    yield* elementsBelow(child);
  }
}

/** An element as XML. Namespaces are declared where they were. */
export function xmlOf(element: XmlElement): string {
  const inside = element.children.map((child) => (typeof child === 'string' ? escapeText(child) : xmlOf(child)));
  const start = startTag(element);
  return inside.length === 0 ? `${start.slice(0, -1)}/>` : `${start}${inside.join('')}</${element.name}>`;
}

/** `<name attribute="value">`. */
export function startTag({ name, attributes }: Pick<XmlElement, 'name' | 'attributes'>): string {
  return `<${name}${attributes.map((each) => ` ${each.name}="${escapeAttribute(each.value)}"`).join('')}>`;
}
