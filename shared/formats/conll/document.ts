import type { CorpusRow, Side } from '../corpus/row.ts';

/** What the first line of a document says. */
interface DocumentStart {
  /** A tag of a language, where the line has one. */
  readonly language: string;
  readonly document?: string | undefined;
  readonly title?: string | undefined;
}

const START = /^-DOCSTART-(?:\s+(\S+))?(?:\s+(\S+))?/;

/** The line before a document: the language where a word has its part of speech, its id and title where a word has its phrase, for
 *  every reader passes this line over and the task says no other place. What would end the column there is written as in addresses. */
export function documentStart(side: Side, { document, title }: Pick<CorpusRow, 'document' | 'title'>): string {
  return `-DOCSTART- ${side} id=${column(document)}|title=${column(title)} O\n\n`;
}

export function readStart(line: string): DocumentStart {
  const [, language = '', facts = ''] = START.exec(line) ?? [];
  const said = new Map(facts.split('|').map((fact) => [fact.slice(0, fact.indexOf('=')), fact]));
  const of = (name: string) => {
    const fact = said.get(name);
    return fact === undefined ? undefined : text(fact.slice(name.length + 1));
  };
  return { language, document: of('id'), title: of('title') };
}

function column(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd').replace(/[\s\p{Cc}%|]/gu, encodeURIComponent);
}

function text(written: string): string | undefined {
  try {
    return decodeURIComponent(written) || undefined;
  } catch {
    return written;
  }
}
