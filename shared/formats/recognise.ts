import type { ReadFormat } from './formats.ts';

/** Characters of a file by which its format is told; a title of thousands may stand before what shows it. */
export const HEAD = 16_384;

/** What the format of a file is by its beginning, or else by how its name ends; `null` where neither says it. */
export function recognise(head: string, name: string): ReadFormat | null {
  const start = head.slice(0, HEAD).replace(/^\ufeff?\s*/, '');
  if (start.startsWith('<')) return xmlFormat(start);
  if (/^[{[][\s\S]*"http:\/\/www\.w3\.org\/ns\/anno\.jsonld"/.test(start)) return 'w3c';
  if (/^\{[\s\S]*"%(?:TYPES|FEATURE_STRUCTURES|VIEWS)"\s*:/.test(start)) return 'cas-json';
  if (start.startsWith('{')) return /^\{[^\n]*"(?:fa|translation)"\s*:/.test(start) ? 'jsonl' : 'doccano';
  if (start.startsWith('#FORMAT=WebAnno TSV')) return 'webanno';
  if (start.startsWith('-DOCSTART-')) return 'conll';
  if (/^# (?:global\.columns|newdoc|newpar|sent_id|text)\b/.test(start)) return 'conllu';
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const known = byEnding[ending];
  if (known !== undefined) return known;
  return start.split(/[\r\n]/, 1)[0]?.includes('\t') ? 'tsv' : null;
}

const byEnding: Readonly<Record<string, ReadFormat>> = {
  tmx: 'tmx',
  tsv: 'tsv',
  tab: 'tsv',
  csv: 'csv',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  fa: 'moses',
  align: 'pharaoh',
  wa: 'naacl',
  conll: 'conll',
  conllu: 'conllu',
  conllup: 'conllu',
  jsonld: 'w3c',
  iob: 'conll',
  ann: 'brat',
  txt: 'brat',
};

/** By the root element, whatever stands before it. */
function xmlFormat(start: string): ReadFormat | null {
  const root = /<(?:[\w.-]+:)?([A-Za-z][\w.-]*)/.exec(withoutProlog(start));
  if (root?.[1] === 'tmx') return 'tmx';
  if (root?.[1] === 'TEI' || root?.[1] === 'teiCorpus') return 'tei';
  if (root?.[1] === 'cesAlign') return 'xces';
  if (root?.[1] !== 'xliff') return null;
  if (/urn:oasis:names:tc:xliff:document:2\.2/.test(start)) return 'xliff-2.2';
  return /urn:oasis:names:tc:xliff:document:2\.0/.test(start) ? 'xliff-2.1' : 'xliff-1.2';
}

/** What follows comments, instructions and the document type. By hand: a pattern takes quadratic time on comments that never end. */
function withoutProlog(start: string): string {
  let at = 0;
  for (;;) {
    const next = start.indexOf('<', at);
    if (next < 0) return '';
    const isComment = start.startsWith('<!--', next);
    if (!isComment && !/[?!]/.test(start.charAt(next + 1))) return start.slice(next);
    const end = start.indexOf(isComment ? '-->' : '>', next + (isComment ? 4 : 2));
    if (end < 0) return '';
    at = end + (isComment ? 3 : 1);
  }
}
