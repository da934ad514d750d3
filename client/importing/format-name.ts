import type { TFunction } from 'i18next';
import type { ReadFormat } from '../../shared/formats/formats.ts';

/** Formats that are brought in, as keys of the words: without dots, which part keys. */
const keys = {
  tmx: 'tmx',
  'xliff-2.2': 'xliff-2-2',
  'xliff-2.1': 'xliff-2-1',
  'xliff-1.2': 'xliff-1-2',
  tsv: 'tsv',
  csv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'jsonl',
  'hugging-face': 'jsonl',
  moses: 'moses',
  pharaoh: 'pharaoh',
  naacl: 'naacl',
  conll: 'conll',
  webanno: 'webanno',
  brat: 'brat',
  doccano: 'doccano',
  tei: 'tei',
  xces: 'xces',
  w3c: 'w3c',
  'cas-json': 'cas-json',
  conllu: 'conllu',
  text: 'text',
} as const satisfies Readonly<Record<ReadFormat | 'xlsx' | 'text', string>>;

/** What a format is called; one that these words do not know is called by its own name. */
export function formatName(t: TFunction, format: string | null): string {
  if (format === null) return t('importing.formats.unknown');
  return isNamed(format) ? t(`importing.formats.${keys[format]}`) : format;
}

function isNamed(format: string): format is keyof typeof keys {
  return format in keys;
}
