import { describe, expect, it } from 'vitest';
import { byDtd, bySchema } from './validity.ts';

describe('a validity by libxml2', () => {
  const violations = byDtd('<!ELEMENT a (b+)> <!ELEMENT b EMPTY>', 'a');

  it('finds what is not well-formed, what the grammar forbids, and another root', () => {
    expect(violations('<a><b/></a>')).toEqual([]);
    for (const wrong of ['<a><b></a>', '<a/>', '<b/>', '']) expect(violations(wrong), wrong).toHaveLength(1);
  });

  it('finds the same by a schema that brings in others', () => {
    const xliff = bySchema('tests/fixtures/xliff/xliff_core_2.0.xsd');
    expect(xliff('<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0"/>')).toHaveLength(1);
    expect(xliff('<xliff>')).toHaveLength(1);
  });
});
