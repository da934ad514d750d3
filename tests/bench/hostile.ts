import { strToU8, zipSync } from 'fflate';
import { readFile } from '../../server/import/file.ts';
import { defaultLabels } from '../../shared/core/label.ts';
import { readRegistry } from '../../shared/formats/registry/csv.ts';
import { cleanText } from '../../shared/formats/text/plain-text.ts';
import { persianRules } from '../../shared/language/sentences/rules.ts';
import { segmentSource } from '../../shared/language/sentences/segmentation.ts';
import { type Figure, median } from './figure.ts';

/** UTF-16 units, or elements of a Word document: the shorter length; the longer is twice that. */
const LENGTH = 50_000;
const ELEMENTS = 10_000;

const sentences = [
  ...['…. ', '. ', '.', '؟! ', '.»', '« ', '.[1]', '.\u200f', 'ا\n', 'ا. ', 'بی.', '۱. ', '۱-', '/ ', './ '],
  ...['وزیر: ', ': ', 'www.', 'a@b.', '🌹', ' 🌹\u200d', '\u200b', ' \u0301'],
  ...['(ا. ', 'ا.(', '.[ا ', 'بی.بی\u200c', '۱۲ا . ', 'ا\u064e\u0640'],
];
const texts = ['\u0007', ' ', '\u2028', '\ufeff\n'];
const cells = [' ', '""', '|', '\\(', ','];
const elements: readonly (readonly [open: string, close: string])[] = [
  ['<w:p><w:r><w:t>ا</w:t></w:r></w:p>', ''],
  ['<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>', ''],
  ['<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:t>ا</w:t></w:r></w:p>', ''],
];

function docx(inner: string): Uint8Array {
  const xmlns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const body = `<w:document ${xmlns}><w:body>${inner}</w:body></w:document>`;
  return zipSync({ 'word/document.xml': strToU8(body) }, { level: 0 });
}

const repeated = (part: string, length: number) => part.repeat(Math.ceil(length / part.length));
const registry = (cell: string) => `label,fa,en,fa_other,en_other,wikidata,note\nGPE,"${cell}",x,,,,`;

interface Attack {
  readonly name: string;
  /** The work on the text of `times` the shorter length. */
  prepare(times: number): () => unknown;
}

const attacks: readonly Attack[] = [
  ...sentences.map((part) => ({
    name: `segmentation of ${JSON.stringify(part)}`,
    prepare(times: number) {
      const text = repeated(part, times * LENGTH);
      return () => segmentSource(text, persianRules);
    },
  })),
  ...texts.map((part) => ({
    name: `plain text of ${JSON.stringify(part)}`,
    prepare(times: number) {
      const text = repeated(part, times * LENGTH * 5);
      return () => cleanText(text);
    },
  })),
  ...cells.map((part) => ({
    name: `a cell of ${JSON.stringify(part)}`,
    prepare(times: number) {
      const text = registry(repeated(part, times * LENGTH * 5));
      return () => readRegistry(text, defaultLabels);
    },
  })),
  ...elements.map(([open, close]) => ({
    name: `a Word file of ${open.slice(0, 40)}`,
    prepare(times: number) {
      const bytes = docx(open.repeat(times * ELEMENTS) + close.repeat(times * ELEMENTS));
      return () => readFile(bytes, { filename: 'a.docx' }, persianRules);
    },
  })),
];

/** Milliseconds of the processor that `work` takes, the median of three after one that does not count: what else the machine
 *  does meanwhile is not in it. */
async function cost(work: () => unknown): Promise<number> {
  const measured: number[] = [];
  for (let round = 0; round < 4; round++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    if (round > 0) measured.push((user + system) / 1000);
  }
  return median(measured);
}

/** Texts that were made to take long: the time of each at a length and at twice that, as a ratio. Two is linear. */
export async function measure(): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const { name, prepare } of attacks) {
    const once = `${name}, n`;
    figures.push({ name: once, value: await cost(prepare(1)), unit: 'ms' });
    figures.push({ name: `${name}, 2n`, value: await cost(prepare(2)), unit: 'ms', of: once });
  }
  return figures;
}
