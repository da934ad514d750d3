import type { CorpusRow, Side } from '../corpus/row.ts';
import type { Sentence } from './sentences.ts';

/** Lines in the head of the first sentence of a document. */
const DOCUMENT = 'Document.id';
const TITLE = 'Document.title';

/** What a sentence says of the row that it is. */
interface SentenceNames {
  readonly side: Side | undefined;
  readonly document: string | undefined;
  readonly segment: string | undefined;
}

/** The id of a sentence, which goes through other programs: side, document and segment with colons between them. */
export function sentenceId(side: Side, { document, segment }: Pick<CorpusRow, 'document' | 'segment'>): string {
  const parts = [document.replace(/[%:]/g, encodeURIComponent), segment];
  return `${side}:${parts.map(oneLine).join(':')}`;
}

export function readSentenceId(id: string | null): SentenceNames {
  const [, side, document, segment] = /^(fa|en):(?:([^:]*):)?(.*)$/su.exec(id ?? '') ?? [];
  return {
    side: side as Side | undefined,
    document: document === undefined ? undefined : decoded(document),
    segment: segment ?? id ?? undefined,
  };
}

/** What the head of the first sentence of a document says of it. */
export function documentFacts({ document, title }: Pick<CorpusRow, 'document' | 'title'>): Sentence['facts'] {
  return new Map([
    [DOCUMENT, oneLine(document)],
    [TITLE, oneLine(title)],
  ]);
}

export function readDocument(facts: Sentence['facts']): { readonly document: string; readonly title: string } | null {
  const document = facts.get(DOCUMENT);
  return document === undefined ? null : { document, title: facts.get(TITLE) || document };
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cs}]/gu, ' ');
}

function decoded(text: string): string {
  return text.replace(/%(25|3A)/g, decodeURIComponent);
}
