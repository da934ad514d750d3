import { describe, expect, it } from 'vitest';
import { namesAsShown, namesOfSegment } from '../../../../client/panels/entities/names.ts';
import { segmentMentions } from '../../../../shared/doc/model/marked.ts';
import { segmentNodes } from '../../../../shared/doc/model/read.ts';
import { emptyRegistry } from '../../../../shared/names/registry/registry.ts';
import { covered, doc, mention, page, segment } from '../../../doc/document.ts';

/** The names of a segment whose English reads so. */
function namesIn(english: string) {
  const document = doc(page(segment('s1', 'وزیر', english)), mention('m1', { label: 'person', from: 0, to: 4 }));
  const { text } = covered(document);
  const [node] = segmentNodes(document);
  if (!node) throw new Error('There is no segment');
  return namesOfSegment(segmentMentions(document, node, text), [], emptyRegistry);
}

describe('the names of a segment as they are shown', () => {
  it('are the same while something is typed beside them', () => {
    const before = namesIn('<m1>Amini</m1> came');
    expect(namesAsShown(before, namesIn('Mr <m1>Amini</m1> came'))).toBe(before);
  });

  it('are others when one reads otherwise, or is one more', () => {
    const before = namesIn('<m1>Amini</m1> came');
    expect(namesAsShown(before, namesIn('<m1>Aminy</m1> came'))[0]?.rendering?.text).toBe('Aminy');
    expect(namesAsShown([], before)).toEqual(before);
  });
});
