import type { Format } from '../../shared/formats/corpus/row.ts';

/** A format's name as a key of the words: without dots, which part keys. */
export const formatKeys = {
  tmx: 'tmx',
  'xliff-2.2': 'xliff-2-2',
  'xliff-2.1': 'xliff-2-1',
  'xliff-1.2': 'xliff-1-2',
  tsv: 'tsv',
  csv: 'csv',
  jsonl: 'jsonl',
  moses: 'moses',
  'hugging-face': 'hugging-face',
  pharaoh: 'pharaoh',
  naacl: 'naacl',
  conll: 'conll',
  'conll-iob1': 'conll-iob1',
  'conll-iobes': 'conll-iobes',
  webanno: 'webanno',
  brat: 'brat',
  spacy: 'spacy',
  doccano: 'doccano',
} as const satisfies Readonly<Record<Format, string>>;
