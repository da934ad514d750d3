import type { Problem } from '../../core/problem.ts';
import { escapeText } from './escapes.ts';
import { type Layer, type Sentence, SentenceReader, type Token, type WebannoPart } from './sentences.ts';

const signs = { span: 'T_SP', relation: 'T_RL', chain: 'T_CH' } as const;

/** The head of a file. */
export function headText(layers: readonly Layer[]): string {
  const declared = layers.map(({ kind, type, features }) => `#${signs[kind]}=${[type, ...features].join('|')}\n`);
  return `#FORMAT=WebAnno TSV 3.3\n${declared.join('')}\n`;
}

/** A sentence with the empty line that stands before it. */
export function sentenceText({ id, facts, text, tokens }: Sentence): string {
  const lines = text.split('\n').map((line) => `#Text=${escapeText(line)}\n`);
  const head = Array.from(facts, ([name, value]) => `#${name}=${escapeText(value)}\n`);
  if (id !== null) head.push(`#Sentence.id=${escapeText(id)}\n`);
  return `\n${head.join('')}${lines.join('')}${tokens.map(tokenText).join('')}`;
}

function tokenText({ id, from, to, text, cells }: Pick<Token, 'id' | 'from' | 'to' | 'text' | 'cells'>): string {
  return `${[id, `${from}-${to}`, escapeText(text), ...cells].join('\t')}\t\n`;
}

/** Writes a WebAnno TSV file again, with all its layers: the same bytes for a file as INCEpTION writes it. */
export function webannoRewriter() {
  const reader = new SentenceReader();
  const problems: Problem[] = [];
  let isBegun = false;
  const taken = ({ layers, sentences, problems: found }: WebannoPart, isEnd: boolean) => {
    problems.push(...found);
    const head = !isBegun && (isEnd || sentences.length > 0) ? headText(layers) : '';
    isBegun ||= head !== '';
    return head + sentences.map(sentenceText).join('');
  };
  return {
    write: (piece: string) => taken(reader.write(piece), false),
    end: () => taken(reader.end(), true),
    problems,
  };
}
