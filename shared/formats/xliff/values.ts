/** What the value of an attribute may be (XLIFF 2.1 and 2.2, the types of the core schema), and how that is said. */
export interface ValueType {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** Name characters of XML 1.0, production 4a. */
const nameCharacter =
  '[-.0-9:A-Z_a-z\\u00b7\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u203f\\u2040\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}]';

/** A name token, whole. */
export const nmtoken = new RegExp(`^${nameCharacter}+$`, 'u');

/** A language tag that is well-formed (BCP 47, RFC 5646 section 2.1, without its grandfathered tags). */
const wellFormedTag =
  /^(?:(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wyz\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?|x(?:-[a-z\d]{1,8})+)$/i;

const oneOf = (...values: readonly string[]): ValueType => ({
  pattern: new RegExp(`^(?:${values.join('|')})$`),
  expected: `one of ${values.join(', ')}`,
});

export const values = {
  any: { pattern: /^/, expected: 'any text' },
  nmtoken: { pattern: nmtoken, expected: 'a name token without spaces, slashes or signs' },
  nmtokens: {
    pattern: new RegExp(`^\\s*${nameCharacter}+(?:\\s+${nameCharacter}+)*\\s*$`, 'u'),
    expected: 'name tokens with spaces between them',
  },
  yesNo: oneOf('yes', 'no'),
  yesNoFirstNo: oneOf('yes', 'firstNo', 'no'),
  direction: oneOf('ltr', 'rtl', 'auto'),
  appliesTo: oneOf('source', 'target'),
  state: oneOf('initial', 'translated', 'reviewed', 'final'),
  codeType: oneOf('fmt', 'ui', 'quote', 'link', 'image', 'other'),
  priority: { pattern: /^\s*\+?0*(?:[1-9]|10)\s*$/, expected: 'a whole number from 1 to 10' },
  order: { pattern: /^\s*\+?0*[1-9]\d*\s*$/, expected: 'a whole number from 1' },
  own: { pattern: /^[^\s:]+:[^\s:]+$/, expected: 'a prefix and a value, as my:value' },
  markType: { pattern: /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/, expected: 'generic, comment, term or my:value' },
  hex: { pattern: /^(?:[\da-fA-F]{2})+$/, expected: 'an even number of hexadecimal digits' },
  language: { pattern: wellFormedTag, expected: 'a well-formed language tag (BCP 47)' },
  version: oneOf('2\\.0', '2\\.1', '2\\.2'),
  space: oneOf('default', 'preserve'),
  preserve: oneOf('preserve'),
} as const satisfies Readonly<Record<string, ValueType>>;

export type ValueName = keyof typeof values;
