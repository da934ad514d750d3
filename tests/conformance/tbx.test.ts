import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { Label } from '../../shared/core/label.ts';
import { readRegistryFile } from '../../shared/formats/registry/read.ts';
import { tbxStyles, writeTbx } from '../../shared/formats/registry/tbx-write.ts';
import { officialFiles } from './folder.ts';

const files = officialFiles('tbx', '.tbx');

/** The subject fields of the examples. */
const labels = ['General', 'Stellar Birth', 'Stellar Death'].map(
  (id): Label => ({ id, fa: id, en: id, key: '', hue: 'sky' }),
);

describe.skipIf(files.length === 0)('the examples of TBX-Basic', () => {
  it.each(files)('%s is read with all its English terms, and what is written of it says the same', (_, text) => {
    const document = XmlDocument.fromString(text);
    const found = document.find('//t:langSec[@xml:lang="en"]//t:term', { t: 'urn:iso:std:iso:30042:ed-2' });
    const terms = new Set(found.map(({ content }) => content));
    document.dispose();
    const read = readRegistryFile(text, labels);
    const entities = read.ok ? read.value.entities : [];
    expect(read.ok ? [] : read.problems).toEqual([]);
    expect(new Set(entities.flatMap(({ en, enOther }) => [en, ...enOther.map(({ name }) => name)]))).toEqual(terms);
    for (const style of tbxStyles) {
      const again = readRegistryFile(writeTbx(entities, style), labels);
      expect(again.ok && again.value.entities).toEqual(entities);
    }
  });
});
