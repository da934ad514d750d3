import { z } from 'zod';
import { type LinkedTokens, suggestLinks } from '../../shared/alignment/words/suggest.ts';
import { command } from './command.ts';
import { encodingOption, inputText } from './input.ts';
import { readLines } from './json-lines.ts';
import { knowledgeFrom, knowledgeOptions } from './knowledge.ts';

const line = z.object({
  id: z.union([z.string(), z.number()]),
  source: z.string(),
  target: z.string(),
});

export const link = command('link', {
  usage: '[--registry FILE] [--learn FILE] < FILE',
  about: `Suggests which words of a rendering stand for which of its source. It reads JSON Lines on standard input,
{"id":1,"source":"…","target":"…"}, and writes the words as ranges of UTF-16 units and the links between them by their numbers:
{"id":1,"sourceTokens":[[0,5]],"targetTokens":[[0,7]],"links":[[0,0,"S",0.93]]}.
S is a sure link, P a possible one; then follows how likely it is, 0…1. Words whose partner is doubtful stay without. A line that
cannot be read is told on standard error; the others are linked.`,
  options: { ...knowledgeOptions, encoding: encodingOption },
  async run({ values, terminal }) {
    const knowledge = await knowledgeFrom(values, terminal);
    const text = knowledge === null ? null : await inputText(terminal, values.encoding);
    if (knowledge === null || text === null) return 1;
    return readLines(text, line, terminal, ({ id, source, target }) => ({
      ok: true,
      value: { id, ...written(suggestLinks(source, target, knowledge)) },
    }));
  },
});

function written({ sourceTokens, targetTokens, links }: LinkedTokens) {
  return {
    sourceTokens: sourceTokens.map(({ from, to }) => [from, to]),
    targetTokens: targetTokens.map(({ from, to }) => [from, to]),
    links: links.map(({ source, target, sure, score }) => [source, target, sure ? 'S' : 'P', score]),
  };
}
