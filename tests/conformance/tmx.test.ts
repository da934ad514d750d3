import { readFileSync } from 'node:fs';
import { type XmlAttribute, XmlDocument, type XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import { readBack } from '../formats/reading.ts';
import { exported, options } from '../formats/rows.ts';
import { byDtd } from '../formats/validity.ts';
import { officialFiles } from './folder.ts';

const files = officialFiles('tmx', '.tmx');
const violations = byDtd(readFileSync('tests/fixtures/tmx14.dtd', 'utf8'), 'tmx');

/** The units of a file as libxml2 reads them, in order: every text with its language, and each note and property. */
function unitsOf(xml: string) {
  const document = XmlDocument.fromString(xml);
  const all = (from: XmlElement, path: string) => from.find(path) as XmlElement[];
  const attribute = (of: XmlElement, path: string) => (of.get(path) as XmlAttribute | null)?.value ?? '';
  const units = all(document.root, 'body/tu').map((unit) => ({
    tuid: attribute(unit, '@tuid'),
    texts: all(unit, 'tuv').map((tuv) =>
      [attribute(tuv, '@xml:lang').slice(0, 2), tuv.get('seg')?.content ?? ''].join(' '),
    ),
    said: [
      ...all(unit, 'note').map(({ content }) => content),
      ...all(unit, 'prop').map((prop) => `${attribute(prop, '@type')}: ${prop.content}`),
    ],
  }));
  document.dispose();
  return units;
}

describe.skipIf(files.length === 0)('memories in TMX', () => {
  it.each(files)(
    '%s comes in whole, goes out valid by the DTD with nothing lost, and comes in again the same',
    { timeout: 120_000 },
    async (name, text) => {
      const { rows, problems, warnings } = await readBack('tmx', [text], 4096);
      expect([problems, warnings]).toEqual([[], []]);
      const { texts, report } = await exported(rows, options({ format: 'tmx' }));
      const written = texts.tmx ?? '';
      expect([report.leftOut, report.lost, report.changed, violations(written)]).toEqual([[], [], [], []]);
      const [before, after] = [unitsOf(text), unitsOf(written)];
      expect(after.map((unit) => unit.texts.toSorted())).toEqual(before.map((unit) => unit.texts.toSorted()));
      for (const [index, { tuid, said }] of before.entries()) {
        expect(after[index]?.said).toEqual(expect.arrayContaining([...said, `x-segment: ${tuid}`]));
      }
      expect((await readBack('tmx', [written], 4096)).rows).toEqual(rows);
      console.info(`${name}: ${before.length} units`);
    },
  );
});
