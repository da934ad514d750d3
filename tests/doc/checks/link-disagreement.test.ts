import { describe, expect, it } from 'vitest';
import { entityFindings } from '../../../shared/doc/checks/entity-checks.ts';
import { linkDisagreements } from '../../../shared/doc/checks/link-disagreement.ts';
import { linksFor } from '../../../shared/doc/model/links.ts';
import { segmentMentions } from '../../../shared/doc/model/marked.ts';
import { segments } from '../../../shared/doc/model/read.ts';
import { builtInGazetteer } from '../../../shared/names/gazetteer/gazetteer.ts';
import { doc, mention, page, segment, source } from '../document.ts';

const text = 'The minister of two met three.';
const fa = (word: string) => {
  const from = source.text.indexOf(word);
  return { from, to: from + word.length };
};
const en = (word: string) => {
  const from = text.indexOf(word);
  return { from, to: from + word.length };
};

type Pair = readonly [fa: string, en: string, sure?: boolean];

/** A name that marks یک دو and `The <m1>minister of two</m1>`, with these words linked. */
function named(...pairs: readonly Pair[]) {
  const links = linksFor(
    text,
    pairs.map(([persian, english, sure = true]) => ({ source: fa(persian), rendering: en(english), sure })),
  );
  return doc(
    page(segment('s1', 'یک دو سه.', 'The <m1>minister of two</m1> met three.', { links })),
    mention('m1', { from: fa('یک').from, to: fa('دو').to }),
  );
}

function told(...pairs: readonly Pair[]) {
  const document = named(...pairs);
  const [one] = segments(document);
  if (!one) throw new Error('There is no segment');
  const parts = segmentMentions(document, one.node, source.text);
  return linkDisagreements(one.node, parts, source.text).map(
    ({ side, word, partner }) => `${side}: ${word} ${partner}`,
  );
}

describe('links and a mention with both sides', () => {
  it('agree where its words are linked with each other', () => {
    expect(told(['یک', 'minister'], ['دو', 'two'])).toEqual([]);
    expect(told()).toEqual([]);
  });

  it('disagree where a word of one side is linked past the other', () => {
    expect(told(['یک', 'met'])).toEqual(['source: یک met']);
    expect(told(['سه', 'two'])).toEqual(['rendering: two سه']);
  });

  it('agree where the word has a partner inside as well', () => {
    expect(told(['یک', 'met'], ['یک', 'minister'])).toEqual([]);
  });

  it('are told of among the checks as well, once a mention', () => {
    const names = { entities: new Map(), gazetteer: builtInGazetteer() };
    const found = entityFindings(named(['یک', 'met'], ['دو', 'three']), source.text, names);
    expect(found).toMatchObject([
      { rule: 'entity.links', mention: 'm1', segment: 's1', values: { word: 'یک', partner: 'met' } },
    ]);
    expect(entityFindings(named(['یک', 'minister']), source.text, names)).toEqual([]);
  });

  it('are not told of for small words and for what is only possible', () => {
    expect(told(['یک', 'The'])).toEqual([]);
    expect(told(['یک', 'met', false])).toEqual([]);
  });
});
