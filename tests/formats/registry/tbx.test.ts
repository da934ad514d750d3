import fc from 'fast-check';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { defaultLabels } from '../../../shared/core/label.ts';
import { trimmed } from '../../../shared/formats/registry/cell.ts';
import { readRegistryFile } from '../../../shared/formats/registry/read.ts';
import { tbxStyles, writeTbx } from '../../../shared/formats/registry/tbx-write.ts';
import { type EntityRecord, uses } from '../../../shared/names/entity/entity.ts';
import { nameKey } from '../../../shared/names/entity/name.ts';
import { anyText } from '../rows.ts';

const clean = (text: string) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
const anyName = anyText
  .map((text) => trimmed(clean(text.replace(/[\p{Cc}\u2028\u2029]/gu, ''))))
  .map((name) => (nameKey(name) === '' ? 'نام' : name));
const others = fc.uniqueArray(fc.record({ name: anyName, use: fc.constantFrom(null, ...uses) }), {
  maxLength: 3,
  selector: ({ name }) => name,
});
const anyEntity: fc.Arbitrary<EntityRecord> = fc
  .record({
    label: fc.constantFrom(...defaultLabels.map(({ id }) => id)),
    fa: anyName,
    en: fc.oneof(anyName, fc.constant('')),
    faOther: others,
    enOther: others,
    wikidata: fc.option(fc.constantFrom('Q159', 'Q47543')),
    note: anyText.map(clean),
  })
  .map((entity) => ({
    ...entity,
    faOther: entity.faOther.filter(({ name }) => name !== entity.fa),
    // Where nothing is preferred, what else is called so may not be taken for it.
    enOther: entity.en === '' ? [] : entity.enOther.filter(({ name }) => name !== entity.en),
  }));

describe.each(tbxStyles)('a registry as TBX-Basic (%s)', (style) => {
  it('gives back every entity with its names, and libxml2 reads as many terms', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntity, { maxLength: 4, selector: (each) => JSON.stringify(each) }), (entities) => {
        const xml = writeTbx(entities, style);
        const document = XmlDocument.fromString(xml);
        const terms = document.find('//t:term', { t: 'urn:iso:std:iso:30042:ed-2' }).length;
        document.dispose();
        const names = entities.flatMap(({ fa, en, faOther, enOther }) => [fa, en, ...faOther, ...enOther]);
        expect(terms).toBe(names.filter((name) => name !== '').length);
        const read = readRegistryFile(xml, defaultLabels);
        expect(read.ok ? read.value.entities : read.problems).toEqual(entities);
      }),
    );
  });
});

describe('a TBX file of others', () => {
  const file = (label: string) => `<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry><descripGrp><descrip type="subjectField">${label}</descrip></descripGrp>
<langSet xml:lang="fa-IR"><tig><term>روسیه</term></tig></langSet>
<langSet xml:lang="en"><ntig><termGrp><term>Russian Federation</term></termGrp></ntig><tig><term>Russia</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet></termEntry></body></text></martif>`;

  it('of version 2 is read as well, the preferred term first', () => {
    const read = readRegistryFile(file('GPE'), defaultLabels);
    expect(read.ok && read.value.entities).toMatchObject([
      { label: 'GPE', fa: 'روسیه', en: 'Russia', enOther: [{ name: 'Russian Federation', use: null }] },
    ]);
  });

  it('is refused with the line of the concept whose label is not known, and where it is no TBX', () => {
    const problems = (text: string) => {
      const read = readRegistryFile(text, defaultLabels);
      return read.ok ? [] : read.problems;
    };
    expect(problems(file('Ship'))).toMatchObject([{ rule: 'registry.label', line: 3 }]);
    expect(problems('<tmx/>')).toMatchObject([{ rule: 'registry.tbx' }]);
    expect(problems('<tbx><a></tbx>')).toMatchObject([{ rule: 'xml.not-well-formed' }]);
  });
});
