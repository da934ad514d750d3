import { describe, expect, it } from 'vitest';
import { englishRules } from '../../../shared/language/sentences/rules.ts';
import { units } from './units.ts';

/** Each case is a text with `|` where a sentence ends and another begins; the space around it stands in the text. */
const cases: readonly (readonly [why: string, marked: string])[] = [
  ['a full stop', 'He came. |Then he left.'],
  ['question and cry', 'What? |Nothing! |Why?! |We do not know.'],
  ['no title', 'Mr. Smith met Dr. Jones, Gen. Lee and Mrs. Brown. |They left.'],
  ['no initials', 'J. R. Brown and George W. Bush came. |They left.'],
  ['a single letter before a new sentence', 'It was plan B. |The end came.'],
  ['no e.g. and i.e.', 'Cities, e.g. The Hague, i.e. a capital. |Next.'],
  ['no U.S. before a name', 'The U.S. Secretary of State came. |He left.'],
  ['U.S. at the end', 'He lives in the U.S. |He works there.'],
  ['no U.S. before a small letter', 'The U.S. economy grew. |It grew again.'],
  ['no a.m. and p.m. inside a sentence', 'At 5 p.m. Monday and 6 a.m. today he spoke. |He left.'],
  ['p.m. at the end', 'It began at 5 p.m. |The talks went on.'],
  ['no Inc. inside a sentence', 'Apple Inc. shares and Acme Corp. bonds rose. |They fell.'],
  ['Inc. at the end', 'He bought Apple Inc. |The firm is big.'],
  ['no month inside a sentence', 'On Jan. 5 and in Sept. 2022 they met. |They left.'],
  ['a month at the end', 'They met in Dec. |The snow fell.'],
  ['no degree', 'A Ph.D. student and John Smith, Jr., came. |They left.'],
  ['no No. before its number', 'See No. 5, p. 12, Vol. II and Fig. 3. |The rest is new.'],
  ['No. as an answer', 'Will he come? |No. |He left.'],
  ['no decimal, date or time', 'It cost $3.50 on 27.09.2022 at 12:30. |Cheap.'],
  ['no domain and no address', 'Visit example.com or https://a.org/b.c?d=e.f now. |Thanks.'],
  ['no version and file', 'Use v2.0.1 of Node.js and notes.txt there. |Thanks.'],
  ['an ellipsis before a capital', 'He left... |Then he came.'],
  ['no ellipsis before a small letter', 'He left... and came. |Well… perhaps.'],
  ['no place inside a spaced ellipsis', 'He left . . . and came. |Good.'],
  ['a closing quotation', '“I am here.” |He left.'],
  ['no quoted question that its sentence goes on after', '“Why?” he asked. |"Go!" Lavrov said. |They left.'],
  ['single quotes', "The ministers' talks ended. |'Good,' he said. |'It is.' |They left."],
  ['brackets', '(He left.) |She came. |He (!) stayed.'],
  ['no number of a list item', '1. First. |2. Second.'],
  ['a name that begins small', 'Prices fell. |iPhone sales rose. |al-Assad said no.'],
  ['no unknown abbreviation before a small letter', 'The abbr. of it is here. |Good.'],
  ['a lost space before a common beginning', 'I left.|Then I came.'],
  ['etc. inside and at the end', 'Bread, water, etc. are here. |We have bread, etc. |The rest is gone.'],
  ['no v. between parties', 'Roe v. Wade was decided. |It stood.'],
  ['a reference', 'It rose.[12] |It fell.'],
];

describe('an English sentence ends at', () => {
  it.each(cases)('%s: %s', (_, marked) => {
    const expected = marked.split('|').map((sentence) => sentence.replace(/^[\s]+|[\s]+$/g, ''));
    expect(units(marked.replaceAll('|', ''), englishRules)).toEqual(expected);
  });

  it('other places when the project says so', () => {
    const text = 'See the abbr. Next one. See No. 5 there.';
    expect(units(text, englishRules)).toEqual(['See the abbr.', 'Next one.', 'See No. 5 there.']);
    const own = { ...englishRules, abbreviations: ['abbr'] };
    expect(units(text, own)).toEqual(['See the abbr. Next one.', 'See No.', '5 there.']);
  });
});
