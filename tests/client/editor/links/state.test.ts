import { describe, expect, it } from 'vitest';
import { linkState, possibleActions, suggestedFor } from '../../../../client/editor/links/link-state.ts';
import { bySide, groupOf, type Word } from '../../../../client/editor/links/word.ts';
import { linksFor } from '../../../../shared/doc/model/links.ts';
import { segment, source } from '../../../doc/document.ts';

const text = 'One two three.';
const fa = (word: string): Word => {
  const from = source.text.indexOf(word);
  return { side: 'source', from, to: from + word.length };
};
const en = (word: string): Word => {
  const from = text.indexOf(word);
  return { side: 'rendering', from, to: from + word.length };
};
const pair = (persian: string, english: string, sure = true) => {
  const { source, rendering } = bySide([fa(persian), en(english)]);
  const [one, other] = [source[0], rendering[0]];
  if (!one || !other) throw new Error('A word is not there');
  return { source: one, rendering: other, sure };
};

const node = segment('s1', 'یک دو سه.', text, { links: linksFor(text, [pair('یک', 'One')]) });

describe('what is shown of links', () => {
  it('has the suggestions for words that nobody has linked, and no others', () => {
    const suggest = () => [pair('یک', 'One'), pair('یک', 'two'), pair('دو', 'One'), pair('دو', 'two')];
    const state = linkState(node, suggest);
    expect(state.suggested).toEqual([pair('دو', 'two')]);
    expect(suggestedFor(state, [en('two')])).toEqual([pair('دو', 'two')]);
    expect(suggestedFor(state, [en('three')])).toEqual([]);
  });

  it('tells which actions have something to do', () => {
    const state = linkState(node, () => [pair('دو', 'two')]);
    expect(possibleActions(state, [fa('سه')])).toMatchObject({ join: false, sure: false, apart: false, accept: true });
    expect(possibleActions(state, [fa('دو')])).toMatchObject({ join: true, sure: false, apart: false });
    expect(possibleActions(state, [fa('یک')])).toMatchObject({ join: false, sure: true, apart: true });
    expect(possibleActions(state, [fa('سه'), en('three')])).toMatchObject({ join: true, sure: true, apart: false });
    expect(possibleActions(linkState(node, null), [fa('سه')])).toMatchObject({ accept: false });
  });

  it('lights a word with its partners and with the words that share them', () => {
    const links = [pair('یک', 'One'), pair('دو', 'One'), pair('سه', 'three')];
    expect(new Set(groupOf(links, fa('یک')).map(({ side, from }) => `${side} ${from}`))).toEqual(
      new Set([fa('یک'), en('One'), fa('دو')].map(({ side, from }) => `${side} ${from}`)),
    );
    expect(groupOf(links, en('two'))).toEqual([en('two')]);
  });
});
